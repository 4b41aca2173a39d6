import { readMessage } from '../wechat/message'
import { verdictOf } from './photo-verdict'

const v2 = (more: object) => ({ MsgType: 'event', Event: 'wxa_media_check', appid: 'wx', trace_id: 't', version: 2, errcode: 0, errmsg: 'ok', ...more })
const v1 = (more: object) => ({ MsgType: 'event', Event: 'wxa_media_check', extra_info_json: '', appid: 'wx', trace_id: 't', ...more })

test.each([
  ['pass', v2({ result: { suggest: 'pass', label: 100 }, detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }] })],
  ['risky', v2({ result: { suggest: 'risky', label: 20002 } })],
  ['review', v2({ result: { suggest: 'review', label: 20006 } })],
  ['risky', v2({ detail: [{ errcode: 0, suggest: 'pass' }, { errcode: 0, suggest: 'risky' }] })],
  ['review', v2({ detail: [{ errcode: 0, suggest: 'pass' }, { errcode: -1008 }] })],
  ['review', v2({ errcode: -1008, errmsg: 'download failed', result: { suggest: 'pass' } })],
  ['review', v2({ result: { suggest: 'unheard of' } })],
  ['review', v2({})],
  ['pass', v1({ isrisky: 0, status_code: 0 })],
  ['risky', v1({ isrisky: 1, status_code: 0 })],
  ['review', v1({ isrisky: 0, status_code: 4294966288 })],
  ['review', v1({ isrisky: 2, status_code: 0 })],
])('the verdict is “%s”', (verdict, event) => { expect(verdictOf(event)).toBe(verdict) })

test('both shapes mean the same as XML, in which every value is text', () => {
  const xml = (inner: string) => readMessage(`<xml><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_media_check]]></Event>${inner}</xml>`)
  expect(verdictOf(xml('<version>2</version><errcode>0</errcode><result><suggest><![CDATA[risky]]></suggest><label>20002</label></result>'))).toBe('risky')
  const detail = (suggest: string) => `<detail><strategy>s</strategy><errcode>0</errcode><suggest>${suggest}</suggest></detail>`
  expect(verdictOf(xml(`<version>2</version><errcode>0</errcode>${detail('pass')}${detail('review')}`))).toBe('review')
  expect(verdictOf(xml(`<version>2</version><errcode>0</errcode>${detail('pass')}`))).toBe('pass')
  expect(verdictOf(xml('<isrisky>1</isrisky><status_code>0</status_code>'))).toBe('risky')
  expect(verdictOf(xml('<isrisky>0</isrisky><status_code>0</status_code>'))).toBe('pass')
})
