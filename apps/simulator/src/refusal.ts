import { errorPage, jsonAnswer, textAnswer, type Answer } from './cm-reply.ts'
import type { Variants } from './variants.ts'

/** Why CM does not do what it was asked. */
export interface Refusal {
  message: string
  /** One of the documented codes (cm-api.md §1.8), where one fits. */
  code?: string
  retryable?: boolean
}

/** `Supervisor failed: the command output is displayed`: what the v2 envelope carries for want of a better one. */
const commonCode = 'CM-RESOAT000013'

/** The refusal as the variant has it; no failed reply is published (cm-api.md §1.1, §9.1 rule 3). */
export function refusalAnswer(refusal: Refusal, variant: Variants['refusal']): Answer {
  const words = wordsOf(refusal)
  switch (variant) {
    case 'false-200':
      return jsonAnswer({ isSuccess: false, errMsg: words })
    case 'false-400':
      return jsonAnswer({ isSuccess: false, errMsg: words }, 400)
    case 'false-500':
      return jsonAnswer({ isSuccess: false, errMsg: words }, 500)
    case 'v2':
      return jsonAnswer(v2Envelope(refusal))
    case 'html-400':
      return errorPage(400, { words })
    case 'html-500':
      return errorPage(500, { words })
    case 'empty-500':
      return textAnswer('', 500)
    case 'text-400':
      return textAnswer(`${words}\n`, 400)
    default:
      return variant satisfies never
  }
}

const wordsOf = ({ code, message }: Refusal): string =>
  code === undefined ? message : `${code}: ${message}`

/** The fields of OMS's error object, most of them empty (cm-api.md §1.1). */
const v2Envelope = ({ code = commonCode, message, retryable = false }: Refusal) => ({
  errCode: code,
  errMsg: message,
  errorDetail: {
    code,
    level: 'ERROR',
    message,
    extraContext: null,
    messageMcmsKey: null,
    messageMcmsContext: null,
    reason: message,
    reasonMcmsKey: null,
    reasonMcmsContext: null,
    proposal: null,
    proposalMcmsKey: null,
    proposalMcmsContext: null,
    upstreamErrorDetail: null,
  },
  isSuccess: false,
  result: null,
  retryable,
})
