/** Whether the server says that nobody is signed in; false where it says nothing. Imports nothing: the stream's worker uses it. */
export async function isSignedOut(sessionUrl: string): Promise<boolean> {
  try {
    const answer: unknown = await (await fetch(sessionUrl, { cache: 'no-store' })).json()
    if (typeof answer !== 'object' || answer === null || !('state' in answer)) return false
    return answer.state === 'signed-out' || answer.state === 'setup'
  } catch {
    return false
  }
}
