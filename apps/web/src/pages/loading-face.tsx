import { useText } from '../i18n/text.ts'
import { Bones } from '../ui/bones.tsx'
import classes from './page.module.css'

interface LoadingFaceProps {
  readonly rows: number
  /** Of a row, pixels. */
  readonly height: number
  /** In a panel, which has an edge already. */
  readonly isInside?: boolean
}

/** Until the first answer is there. */
export function LoadingFace({ rows, height, isInside = false }: LoadingFaceProps) {
  const text = useText()
  return (
    <div className={isInside ? undefined : classes.surface} aria-busy>
      <span className="unseen">{text('loading')}</span>
      <Bones rows={rows} height={height} />
    </div>
  )
}
