/** With this each canary begins, so that one search finds them all. */
export const mark = 'Kan4rienVogel'
/** And with this what is put where it must be seen: without it, a search that finds nothing proves nothing. */
export const seenMark = 'Kl4rerVogelx'

/** Makes canaries, no two alike, and knows how many. */
export class Aviary {
  count = 0

  next(): string {
    this.count += 1
    return `${mark}${this.count.toString(36).padStart(4, '0')}`
  }
}

/** The bytes in which others write a word that has nothing but letters and digits. */
export function formsOf(word: string): Readonly<Record<string, Buffer>> {
  const bytes = Buffer.from(word)
  const shifted = [0, 1, 2].map((shift) => {
    const all = Buffer.concat([Buffer.alloc(shift), bytes])
    const [from, to] = [Math.ceil((shift * 8) / 6), Math.floor((all.length * 8) / 6)]
    return Buffer.from(all.toString('base64').slice(from, to))
  })
  const spelled = (way: (code: string) => string) =>
    Buffer.from([...bytes].map((byte) => way(byte.toString(16).padStart(2, '0'))).join(''))
  return {
    plain: bytes,
    utf16: Buffer.from(word, 'utf16le'),
    hex: Buffer.from(bytes.toString('hex')),
    HEX: Buffer.from(bytes.toString('hex').toUpperCase()),
    percent: spelled((code) => `%${code.toUpperCase()}`),
    twice: spelled((code) => `%25${code.toUpperCase()}`),
    json: spelled((code) => `\\u00${code}`),
    entities: spelled((code) => `&#x${code};`),
    ...Object.fromEntries(shifted.map((form, at) => [`base64-${at}`, form])),
  }
}

/** Every place in the bytes where a word stands, however it is written, with what stands around it. */
export function findingsOf(bytes: Buffer, word: string): string[] {
  return Object.entries(formsOf(word)).flatMap(([form, wanted]) => {
    const found: string[] = []
    for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1))
      found.push(`${form}: …${bytes.toString('utf8', Math.max(0, at - 60), at + 60)}…`)
    return found
  })
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const json = (value: unknown) => JSON.stringify(value)

/** How a secret stands in a longer text. None has a line break in it. */
export const settings: readonly ((canary: string) => string)[] = [
  (it) => `jdbc:mysql://root:${it}@10.0.0.1:2883/db?useUnicode=true`,
  (it) => `jdbc:mysql://root@tenant#cluster:${it}@10.0.0.1:2883`,
  (it) => `http://${it}@10.0.0.1/`,
  (it) => `https://u:a%40${it}@[::1]:80/x`,
  (it) => `jdbc:mysql://10.0.0.1/x?password=${it}`,
  (it) => `jdbc:mysql://10.0.0.1/x?useUnicode=true&pw=${it}&useSSL=true`,
  (it) => `jdbc:mysql://10.0.0.1/x?foo=${it}`,
  (it) => `jdbc:mysql://10.0.0.1/x?useSSL=true&trustCertificateKeyStoreP=${it}`,
  (it) => `jdbc:oracle:thin:scott/${it}@10.0.0.1:1521:x`,
  (it) => `jdbc:db2://10.0.0.1:50000/x:user=a;password=${it};`,
  (it) => `http://10.0.0.1/x#${it}`,
  (it) => `http://10.0.0.1/x?a=b#t=${it}`,
  (it) => `http:\\/\\/u:${it}@10.0.0.1`,
  (it) => json({ password: it }),
  (it) => json({ foo: it }),
  (it) => json([{ name: 'a', all: false, auth: it }]),
  (it) => json([{ name: 'a', sub: [{ x: [1, [it]] }] }]),
  (it) => json({ key: 'token', value: it }),
  (it) => json({ name: 'foo', value: it }),
  (it) => json({ sub: json({ pw: it }) }),
  (it) => json({ sub: json({ sub: json({ foo: it }) }) }),
  (it) => json({ name: `jdbc:mysql://u:${it}@10.0.0.1` }),
  (it) => json({ [`password=${it}`]: 1 }),
  (it) => json({ [`u:${it}@10.0.0.1`]: true }),
  (it) => json({ [`a ${it}`]: null }),
  (it) => json({ [base64(`password is ${it}`)]: 1 }),
  (it) => `{"\\u0070assword":"${it}"}`,
  (it) => `{"foo":"${it}","foo":null}`,
  (it) => `{"foo":"${it}"`,
  (it) => `{'foo': '${it}'}`,
  (it) => `[{"foo": ["${it}"`,
  (it) => base64(`user=root;password=${it}`),
  (it) => Buffer.from(`>>?? ${it} ??>>`).toString('base64url'),
  (it) => Buffer.from(it).toString('hex'),
  (it) => encodeURIComponent(`jdbc:mysql://u:${it}@10.0.0.1/x`),
  (it) => encodeURIComponent(encodeURIComponent(`http://u:${it}@10.0.0.1/x`)),
  (it) => `password%3D${it}`,
  (it) => `token%253D${it}`,
  (it) => `foo=${it}`,
  (it) => `foo = "${it}"`,
  (it) => `foo => ${it}`,
  (it) => `"foo" : "${it}"`,
  (it) => `-Xmx4g -Dsome.thing=${it}`,
  (it) => `CREATE USER x IDENTIFIED BY '${it}'`,
  (it) => `Authorization: Basic ${base64(`root:${it}`)}`,
  (it) => `bearer ${it}`,
  (it) => `access denied for root:${it}@10.0.0.1`,
  (it) => `<password>${it}</password>`,
  (it) => `<property name="db.pass" value="${it}"/>`,
  (it) => `<mySetting>${it}</mySetting>`,
  (it) => `wrong password "${it}" for root`,
  (it) => `wrong secret '${it}'`,
  (it) => `密码：${it}`,
  (it) => `口令=${it}`,
]
