import { useMutation } from '@tanstack/react-query'
import { IconFileExport } from '@tabler/icons-react'
import { readInventory } from '../../api/inventory.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { serverNow } from '../../lib/clock.ts'
import { saveFile } from '../../lib/save-file.ts'
import { localTime } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import { inventoryCsv } from './write-inventory.ts'

/** Everything that is tracked, as a file that can be imported. */
export function ExportButton({ n }: { readonly n: number }) {
  const text = useText()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => inventoryCsv(await readInventory()),
    onSuccess: (csv) => saveFile(exportName(serverNow()), csv, 'text/csv;charset=utf-8'),
  })
  return (
    <>
      {error && <span role="alert">{problemWords(text, error).sentence}</span>}
      <Button
        icon={IconFileExport}
        isOff={n === 0}
        isPending={isPending}
        {...hint(text(n === 0 ? 'inventory.export.none' : 'inventory.export.hint', { n }))}
        onClick={() => mutate()}
      >
        {text(error ? 'retry' : 'inventory.export')}
      </Button>
    </>
  )
}

const exportName = (nowMs: number) => `wheelhouse-inventory-${localTime(nowMs).slice(0, 10)}.csv`
