import type { FastifyReply } from 'fastify'
import { errorPage, json, jsonAnswer, send, success, textAnswer, type Answer } from './cm-reply.ts'
import { aboutAnother, inText, inOtherState } from './distortions.ts'
import type { Fault } from './faults.ts'
import { drip, hangUp, sendHuge, sendPart } from './raw-replies.ts'

/** What a fault has to work with. */
interface Scene {
  fault: Fault
  /** What CM would have answered. */
  answer: Answer
  refuse: (words: string) => Answer
  /** Of a migration's reply: the name in it, and that of another component. */
  names?: { right: string; wrong: string } | undefined
}

/** Answers as the fault has it. Returns the HTTP status, or `null` where none was sent. */
export function misbehave(reply: FastifyReply, scene: Scene): number | null {
  const { fault, answer, names } = scene
  const say = (told: Answer) => {
    void send(reply, told)
    return told.status
  }
  switch (fault.fault) {
    case 'reset':
      hangUp(reply)
      return null
    case 'hang':
    case 'late':
      reply.hijack()
      return null
    case 'half-body':
      return sendPart(reply, answer, { share: 0.5 })
    case 'bad-length':
      return sendPart(reply, answer, { share: 1 })
    case 'drip':
      return drip(reply, answer, { everyMs: fault.ms })
    case 'huge':
      return sendHuge(reply, fault.bytes)
    case 'html':
      return say(errorPage(200, { shown: 500, words: fault.words }))
    case 'empty':
      return say({ status: 200, type: json, text: '' })
    case 'text':
      return say(textAnswer(fault.words ?? 'Service is busy\n'))
    case 'status':
      return say(errorPage(fault.status, { words: fault.words }))
    case 'redirect':
      // The address of a cloud's metadata service: what nobody may be led to.
      reply.header('location', 'http://169.254.169.254/latest/meta-data/')
      return say(errorPage(302))
    case 'reject':
    case 'reject-but-done':
      return say(scene.refuse(fault.words ?? 'rejected by an injected fault'))
    case 'lie-success':
      return say(names === undefined ? jsonAnswer(success) : answer)
    case 'wrong-type':
      return say(inText(answer))
    case 'wrong-name':
      return say(aboutAnother(answer, names))
    case 'flap':
      // One answer is wrong, the next is true, and so on until its calls are used up.
      return say(fault.struck % 2 === 1 ? inOtherState(answer) : answer)
    // These have changed the call's course already; the answer is true to it.
    case 'refuse':
    case 'slow':
    case 'double':
    case 'stale-read':
      return say(answer)
    default:
      return fault.fault satisfies never
  }
}
