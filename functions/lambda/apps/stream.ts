import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as v from 'valibot'
import { eventRecord } from '../../complaints/service'
import { snapshotEffect } from '../../items/published'
import { shownVersion, photoRecord } from '../../photos/record'
import type { Waiting } from '../../messages/service'
import type { Core } from '../../platform/core'
import { errorFields } from '../../platform/log'
import { createItemServices } from '../item-services'
import { createServices, type Services } from '../services'

type Image = Record<string, unknown>

const image = (of: Record<string, unknown> | undefined): Image | undefined => (of ? unmarshall(of as Record<string, AttributeValue>) : undefined)

/** Name of the table in a stream's ARN: …:table/NAME/stream/… */
const tableOf = (record: DynamoDBRecord) => /:table\/([^/]+)\/stream\//.exec(record.eventSourceARN ?? '')?.[1]

/** A complaint's new event: facts for the figures, news for everybody whom it concerns, and what an answer teaches. @returns what WeChat is to send of it */
async function complaintChanged({ complaints, messages }: Services, record: DynamoDBRecord, now: Image | undefined): Promise<readonly Waiting[]> {
  if (record.eventName !== 'INSERT' || typeof now?.sk !== 'string' || !now.sk.startsWith('event#')) return []
  const event = v.parse(eventRecord, now)
  await complaints.keepFacts(event.centre, event.complaint)
  const news = await complaints.newsOf(event)
  const waiting = news ? await messages.tell(news) : []
  await complaints.learnFrom(event)
  return waiting
}

/** A photo that its check can be ordered of: attached, and its picture made. */
const checkable = (it: Image | undefined): boolean => it?.state === 'checking' && shownVersion(v.parse(photoRecord, it)) !== undefined

/** A photo was attached and its picture made, in whichever order: order its check. A photo's record went: delete its files. */
async function photoChanged({ photos, photoChecks }: Services, record: DynamoDBRecord, now: Image | undefined, before: Image | undefined): Promise<void> {
  const [centre = '', kind, id = ''] = String((now ?? before)?.pk ?? '').split('#')
  if (kind !== 'photo') return
  if (record.eventName === 'REMOVE') return photos.removeFiles(centre, id, v.parse(photoRecord, before))
  if (checkable(now) && !checkable(before)) await photoChecks.order(centre, id)
}

/**
 * The side effects of what was written: facts for the figures, news to citizens and staff, photo checks, search snapshots. Each may run twice.
 * WeChat is asked to send only when the whole batch is written, so that a slow WeChat keeps no inbox waiting; what is not sent then is left to the clock.
 * A failure fails the batch, which is then delivered again, in halves, and at last kept in a queue: docs/runbook.md.
 */
export function streamHandler(core: Core): (event: DynamoDBStreamEvent) => Promise<void> {
  const { config: { tables }, log } = core
  const services = createServices(core)
  const publish = snapshotEffect(createItemServices(core).snapshots)
  return async (event) => {
    const waiting: Waiting[] = []
    for (const record of event.Records) {
      const now = image(record.dynamodb?.NewImage)
      const before = image(record.dynamodb?.OldImage)
      const table = tableOf(record)
      try {
        if (table === tables.complaints) waiting.push(...await complaintChanged(services, record, now))
        if (table === tables.photos) await photoChanged(services, record, now, before)
        if (table === tables.items) await publish(record.eventName, now)
      } catch (error) {
        log.error('STREAM_FAILED', { sequence: record.dynamodb?.SequenceNumber, ...errorFields(error) })
        throw error
      }
    }
    await services.messages.send(waiting)
    log.info('STREAM_DONE', { records: event.Records.length })
  }
}
