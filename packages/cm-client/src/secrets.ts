/** Stands for any secret: its length says nothing. */
export const MASK = '••••••'

const WORDS =
  'pass(?:word|wd|phrase)?|pwd|secret|token|credential|private|a(?:ccess|pi).?key|access.?id|auth|jaas|jass|keytab|signature|cipher'
/** Too short to stand for a secret wherever they are found: only as the last part of a key. */
const SHORT = 'ak|sk|pw|sign'
const SECRET_KEY = new RegExp(String.raw`${WORDS}|(?:^|[._])(?:${SHORT})$`, 'i')

/** Whether a key of this name holds a secret; a guess that errs on the safe side. */
export const isSecretKey = (key: string) => SECRET_KEY.test(key)

/** As they stand in sentences, which no key does. */
const SPOKEN = `${WORDS}|密码|口令|密钥|令牌`

/** A secret word, what is left of its key, and a sign that a value follows. All parts are bounded. */
export const SECRET_START = new RegExp(
  String.raw`(?:(?:${SPOKEN})[\w.$-]{0,64}|(?<![A-Za-z0-9])(?:${SHORT}))(\\{0,3}["'])?[ \t]{0,8}([=:：＝]|%(?:25){0,3}3[AD])[ \t]{0,8}`,
  'gi',
)

/** `password "x"`: no sign stands between, but the quotes say what the value is. */
export const SECRET_QUOTED = new RegExp(
  String.raw`((?:${SPOKEN})[\w.$-]{0,64}(?: (?:is|was|of))?[ \t]{1,8})(["'\x60])(?:(?!\2)[^\r\n]){1,512}\2`,
  'gi',
)

const SUSPICIOUS = new RegExp(
  String.raw`[=＝@<"'#]|%[23]|\\[ux/]|:\\*\/|jdbc:oracle|-D|identified|basic |bearer |${SPOKEN}|(?<![a-z\d])(?:${SHORT})\\{0,3}[ \t]{0,8}[:：]`,
  'i',
)

/**
 * Whether a text could hold a secret at all: nothing is masked in one that has no assignment, no such word,
 * no URL, no long run of letters and nothing that JSON spells otherwise. Most of what CM says has none.
 */
export const isSuspicious = (text: string) =>
  SUSPICIOUS.test(text) || (text.length >= 20 && LONG_RUN.test(text))

/** Long enough to be a word of secrets in base64 or hex. */
const LONG_RUN = /[A-Za-z0-9+/]{20}/
