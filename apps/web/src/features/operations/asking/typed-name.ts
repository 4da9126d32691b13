/**
 * What has to be typed of a name: what follows the first colon, `p_3b7i_source-000-0:0000000001`, which
 * tells the component from its neighbours; a name of another form as a whole.
 */
export function typedName(name: string): string {
  const colon = name.indexOf(':')
  const rest = name.slice(colon + 1)
  return colon === -1 || rest === '' ? name : rest
}
