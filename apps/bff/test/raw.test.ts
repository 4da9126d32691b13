import type { CmAnswer } from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, test } from 'vitest'
import { startProduct } from './product.ts'
import { good, name, onlyRequest, path, request, said, setUp, startStage } from './raw-stage.ts'

test('what CM answers comes back as data, with how to ask it by hand', async () => {
  const { cm, stage } = await setUp()

  const { status, headers, body } = await stage.get()

  expect(status).toBe(200)
  expect(body).toEqual({
    curl: `curl -XGET "$CM_URL/JDBCWriter/detail?writerName=${name}"`,
    status: 200,
    contentType: 'application/json',
    body: said,
  })
  expect(headers.get('content-type')).toMatch(/^application\/json/u)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(cm.seen).toEqual([onlyRequest(cm.port)])
})

test('no request line but the one of the documented read reaches CM', async () => {
  const { cm, stage } = await setUp()
  const query = `?writerName=${name}`
  const lines = [
    `/api/v1/clusters/main/cm/../connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/../connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail/../../connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/%2e%2e/connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/%2e%2e/applier/stop${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter%2Fdetail${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail%2F..%2F..%2Fapplier%2Fstop${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/%64etail${query}`,
    `/api/v1/clusters/main/c%6D/JDBCWriter/detail${query}`,
    `/%61pi/v1/clusters/main/cm/JDBCWriter/detail${query}`,
    `/api/v1/clusters/%6Dain/cm/JDBCWriter/detail${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter\\detail${query}`,
    `/api/v1/clusters/main/cm\\..\\connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail;${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail;x=1${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/..;/connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm//JDBCWriter/detail${query}`,
    `//api/v1/clusters/main/cm/JDBCWriter/detail${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail/${query}`,
    `/api/v1/clusters/main/cm/jdbcwriter/detail${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/Detail${query}`,
    `/api/v1/clusters/MAIN/cm/JDBCWriter/detail${query}`,
    `/api/v1/clusters/nowhere/cm/JDBCWriter/detail${query}`,
    `/api/v1/clusters/main/cm/connector/task/migrate${query}`,
    `/api/v1/clusters/main/cm/applier/stop${query}`,
    `/api/v1/clusters/main/cm/${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail#x${query}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail%3FwriterName=${name}`,
    `/api/v1/clusters/main/cm/JDBCWriter/detail%00${query}`,
    `http://127.0.0.1:${stage.port}${good}`,
    `http://127.0.0.1:${cm.port}/JDBCWriter/detail${query}`,
    `http:${good}`,
    `x${good}`,
    `\\${good}`,
    `*`,
    `/JDBCWriter/detail${query}`,
  ]

  const answers: string[] = []
  for (const line of lines) answers.push(await stage.raw(request(stage.port, `GET ${line}`)))

  expect(lines.filter((_, at) => !/^HTTP\/1\.1 4\d\d /u.test(answers[at] ?? ''))).toEqual([])
  expect(cm.seen).toEqual([])
})

test('no query but the one parameter, once and valid, reaches CM', async () => {
  const { cm, stage } = await setUp()
  const queries = [
    '',
    '?',
    '?writerName',
    '?writerName=',
    `?writerName=${name}&writerName=${name}`,
    '?writerName=a&writerName=b',
    `?writerName=${name}&x=1`,
    `?x=1&writerName=${name}`,
    `?&writerName=${name}`,
    `?writerName=${name}&`,
    `?writer%4eame=${name}`,
    `?writername=${name}`,
    `?writerName[]=${name}`,
    `?writerName%00=${name}`,
    `?writerName=${name}#fragment`,
    `?writerName=${name}?x`,
    `??writerName=${name}`,
    '?writerName=a%26writerName%3Db',
    '?writerName=a%23b',
    '?writerName=a%3Fb',
    '?writerName=a%0d%0aX-Evil:%201',
    '?writerName=a%00',
    '?writerName=a%20b',
    '?writerName=a+b',
    '?writerName=a\\b',
    '?writerName=%ff',
    '?writerName=%',
    '?writerName=%zz',
    '?writerName=%C3%28',
    '?writerName=%ED%A0%80',
    '?writerName=a%E2%80%AEb',
    '?writerName=\u00e9',
    `?writerName=${'a'.repeat(513)}`,
    '?writerName=untracked',
    '?taskName=connector',
  ]

  const answers: string[] = []
  for (const query of queries)
    answers.push(await stage.raw(request(stage.port, `GET ${path}${query}`)))

  expect(queries.filter((_, at) => !/^HTTP\/1\.1 4\d\d /u.test(answers[at] ?? ''))).toEqual([])
  expect(cm.seen).toEqual([])
})

test('no method but GET reaches CM, whatever asks to have it changed', async () => {
  const { cm, stage } = await setUp()
  const methods = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']
  methods.push('CONNECT', 'get', 'PROPFIND', 'GET\t', 'G ET')

  const answers: string[] = []
  for (const method of methods)
    answers.push(
      await stage.raw(
        request(stage.port, `${method} ${good}`, [
          'x-wheelhouse: 1',
          'x-http-method-override: GET',
        ]),
      ),
    )

  expect(answers.filter((answer) => /^HTTP\/1\.1 [23]/u.test(answer))).toEqual([])
  expect(
    ['HEAD', 'POST', 'OPTIONS'].filter((method) => stage.app.hasRoute({ method, url: path })),
  ).toEqual([])
  expect(cm.seen).toEqual([])
})

test('the name is encoded anew: whatever it holds stays one value of one parameter', async () => {
  const { cm, stage } = await setUp()
  const names = [
    '../../connector/task/migrate',
    String.raw`a\..\b`,
    'a;b=c',
    'a//b',
    '源',
    'a%2e',
    '50%',
  ]

  const curls: (string | undefined)[] = []
  for (const asked of names)
    curls.push((await stage.get(`${path}?writerName=${encodeURIComponent(asked)}`)).body.curl)

  const sent = ['..%2F..%2Fconnector%2Ftask%2Fmigrate', 'a%5C..%5Cb', 'a%3Bb%3Dc', 'a%2F%2Fb']
  sent.push('%E6%BA%90', 'a%252e', '50%25')
  expect(cm.seen).toEqual(sent.map((value) => onlyRequest(cm.port, value)))
  expect(curls[0]).toContain(`writerName=${sent[0]}"`)
})

test('how the asker spelt the name is not passed on', async () => {
  const { cm, stage } = await setUp()

  for (const spelt of ['10.0.0.1-9000:p_a', '10.0.0.1-9000%3Ap_a', '%31%30.0.0.1-9000%3ap%5Fa'])
    await stage.get(`${path}?writerName=${spelt}`)

  expect(cm.seen).toEqual([1, 2, 3].map(() => onlyRequest(cm.port, '10.0.0.1-9000:p_a')))
})

test('a name that is tracked in another cluster is no name here', async () => {
  const { cm, stage } = await setUp()

  const { status, body } = await stage.get(good.replace('/main/', '/other/'))

  expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
  expect(cm.seen).toEqual([])
})

test('a path before the address of CM is kept, with or without its slash', async () => {
  const { cm } = await setUp()

  for (const prefix of ['/gate', '/gate/', '/a/b//']) {
    const stage = await startStage(`${cm.url}${prefix}`)
    expect((await stage.get()).status).toBe(200)
  }

  expect(cm.seen.map((bytes) => bytes.split('?')[0])).toEqual([
    'GET /gate/JDBCWriter/detail',
    'GET /gate/JDBCWriter/detail',
    'GET /a/b/JDBCWriter/detail',
  ])
})

test('the document has the read once, for any cluster', async () => {
  const { stage } = await setUp()

  const document = stage.app.swagger() as unknown as {
    paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>
  }

  expect(Object.keys(document.paths)).toEqual(['/api/v1/clusters/{id}/cm/JDBCWriter/detail'])
  const [read] = Object.values(document.paths)
  expect(read?.get.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).toEqual([
    'query writerName',
    'path id',
  ])
})

test('in the whole product a tracked writer can be asked about, its passwords cut, and nothing is written', async () => {
  const simulator = await launchSimulator({ scenario: 'sample' })
  const product = await startProduct(simulator.url)
  const ask = () => product.send<CmAnswer>('GET', good)

  const before = await ask()
  await product.track(name)
  const { status, body } = await ask()
  for (const line of [
    `/api/v1/clusters/main/cm/connector/task/migrate?taskName=${name}`,
    `/api/v1/clusters/main/cm/JDBCWriter%2f..%2fconnector/task/migrate?writerName=${name}`,
  ])
    expect((await product.send('GET', line)).status).toBe(404)
  const writes = await simulator.writes()
  await product.end()
  await simulator.end()

  expect(before.status).toBe(404)
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 200, contentType: 'application/json;charset=UTF-8' })
  expect(JSON.parse(body.body)).toMatchObject({ isSuccess: true, replicator: { name } })
  expect(body.body).toMatch(/_password=•+/u)
  expect(writes).toEqual([])
})
