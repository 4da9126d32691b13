import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../../api/settings.ts'
import { ReadOnlyField } from '../../features/settings/read-only-field.tsx'
import { QuestionFaces } from '../account/question-faces.tsx'
import classes from './settings-page.module.css'

/** Whether anything may be sent to a CM that changes it. */
export const SettingsWriting = () => (
  <QuestionFaces query={useQuery(settingsQuery)}>
    {(settings) => (
      <div className={classes.stack}>
        <ReadOnlyField settings={settings} />
      </div>
    )}
  </QuestionFaces>
)
