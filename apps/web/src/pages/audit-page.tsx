import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconFileCertificate, IconFilterOff } from '@tabler/icons-react'
import { useDeferredValue } from 'react'
import { auditFileUrl, auditQuery } from '../api/audit.ts'
import { useComponents } from '../api/estate.ts'
import { AuditFilters } from '../features/audit/audit-filters.tsx'
import { AuditTable } from '../features/audit/audit-table.tsx'
import { filterOf, isNarrowed } from '../features/audit/search.ts'
import type { AuditSearch } from '../features/audit/search.ts'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { numberWords } from '../i18n/words.ts'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import classes from './audit-page.module.css'
import { FailedFace } from './failed-face.tsx'
import pageClasses from './page.module.css'

const route = getRouteApi('/audit')

export function AuditPage() {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asked = useDeferredValue(search)
  const filter = filterOf(asked)
  const query = useQuery(auditQuery(filter, asked.before))
  const { data, error, dataUpdatedAt, refetch } = query
  const listed = useComponents()
  const records = data?.items ?? []
  const named = records.find(({ component }) => component?.id === search.component)?.component?.name
  const actors = [...records.map(({ actor }) => actor), search.actor ?? 'wheelhouse', 'wheelhouse']
  const narrow = (change: AuditSearch) =>
    void navigate({ search: (now) => ({ ...now, before: undefined, ...change }), replace: true })
  const retry = () => void refetch()

  return (
    <div className={classes.page}>
      <title>{`${text('nav.audit')} · Wheelhouse`}</title>
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>{text('nav.audit')}</h1>
        <div className={classes.files}>
          {(['csv', 'jsonl'] as const).map((format) => (
            <a key={format} href={auditFileUrl(filterOf(search), format)} download>
              {text(`audit.export.${format}`)}
            </a>
          ))}
        </div>
      </div>
      <p className={classes.chain}>
        {text('audit.chain')} <code>pnpm audit:verify</code>
      </p>
      <AuditFilters
        search={search}
        actors={[...new Set(actors)].toSorted()}
        componentName={listed?.find(({ id }) => id === search.component)?.name ?? named}
        onNarrow={narrow}
      />
      {data && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
      {!data && error && <FailedFace error={error} onRetry={retry} />}
      {!data && !error && (
        <div className={pageClasses.surface} aria-busy>
          <Bones rows={10} height={44} />
        </div>
      )}
      {data && records.length === 0 && <NothingFound search={search} />}
      {data && records.length > 0 && (
        <>
          <div className={pageClasses.surface} data-waiting={query.isPlaceholderData || undefined}>
            <AuditTable records={records} />
          </div>
          <nav className={classes.pages} aria-label={text('audit.pages')}>
            <span className="dim">
              {text('audit.total', { n: data.total, many: numberWords(data.total) })}
            </span>
            {search.before !== undefined && (
              <Link to="/audit" search={{ ...search, before: undefined }}>
                {text('audit.newest')}
              </Link>
            )}
            {records.length === 100 && (
              <Link to="/audit" search={{ ...search, before: String(records.at(-1)?.seq) }}>
                {text('audit.older')}
              </Link>
            )}
          </nav>
        </>
      )}
    </div>
  )
}

function NothingFound({ search }: { readonly search: AuditSearch }) {
  const text = useText()
  if (!isNarrowed(search) && search.before === undefined) {
    return (
      <Face icon={IconFileCertificate} title={text('audit.empty')}>
        <p>{text('audit.empty.body')}</p>
      </Face>
    )
  }
  return (
    <Face
      icon={IconFilterOff}
      title={text('audit.nomatch')}
      actions={
        <Link to="/audit" search={{}}>
          {text('audit.filter.clear')}
        </Link>
      }
    />
  )
}
