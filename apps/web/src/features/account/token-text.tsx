import { apiPrefix, listComponents } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Strip } from '../../ui/strip.tsx'
import classes from './account.module.css'

/** The only time that a token's text can be seen, and how a script uses it. */
export function TokenText({ token }: { readonly token: string }) {
  const text = useText()
  const curl = [
    `export WHEELHOUSE_TOKEN=${token}`,
    'curl -fsS -H "Authorization: Bearer $WHEELHOUSE_TOKEN" \\',
    `  ${window.location.origin}${apiPrefix}${listComponents.path}`,
  ].join('\n')
  return (
    <div className={classes.stack}>
      <Strip tone="warning">{text('account.token.once')}</Strip>
      <CodeBlock
        code={token}
        label={text('account.token.text')}
        copyLabel={text('account.token.copy')}
      />
      <p className={classes.small}>{text('account.token.curl')}</p>
      <CodeBlock
        code={curl}
        label={text('account.token.curl.label')}
        copyLabel={text('copy.curl')}
      />
    </div>
  )
}
