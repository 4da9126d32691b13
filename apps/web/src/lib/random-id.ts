/** 128 random bits as hex. `crypto.randomUUID` does not exist over plain http. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
