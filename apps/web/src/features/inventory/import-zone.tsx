import { useMutation } from '@tanstack/react-query'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './import-zone.module.css'
import { inventoryColumns } from './inventory-columns.ts'
import { readInventoryFile } from './read-inventory-file.ts'
import type { NamedFile } from './read-inventory-file.ts'

interface ImportZoneProps {
  readonly onRead: (file: NamedFile) => void
}

/** Takes a file, dropped or chosen, and reads it here: what is in it is shown before anything is sent. */
export function ImportZone({ onRead }: ImportZoneProps) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { mutate, data, isPending, isError } = useMutation({ mutationFn: readInventoryFile })
  const take = (file: File | undefined) => {
    if (!file) return
    mutate(file, { onSuccess: (read) => !('fault' in read) && onRead(read) })
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is another way to the button in it
    <section
      className={classes.zone}
      aria-label={text('import.zone')}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <h2>{text('import.zone')}</h2>
      <div className={classes.row}>
        <Button icon={IconFileImport} isPending={isPending} onClick={() => input.current?.click()}>
          {text('import.choose')}
        </Button>
        <span className={`${classes.dim} ${classes.drop}`}>{text('import.drop')}</span>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={text('import.choose')}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0])
            // The same file, mended, can be chosen again.
            currentTarget.value = ''
          }}
        />
      </div>
      <p className={classes.dim}>
        {text('import.form')} <code>{inventoryColumns.join(',')}</code>
      </p>
      {data && 'fault' in data && (
        <Trouble sentence={text(`import.fault.${data.fault}`, { file: data.fileName })} />
      )}
      {isError && <Trouble sentence={text('import.fault.unread')} />}
    </section>
  )
}
