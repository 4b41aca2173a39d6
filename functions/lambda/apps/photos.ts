import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { createPhotoProcessing } from '../../photos/processing'
import { createPhotoTable } from '../../photos/store'
import { objectStoreClient } from '../../platform/clients'
import type { Core } from '../../platform/core'
import { createPhotoStore } from '../../platform/photo-store'

type Image = Record<string, unknown>

const image = (of: Record<string, unknown> | undefined): Image => (of ? unmarshall(of as Record<string, AttributeValue>) : {})

/** What of a photo's record asks for a picture: its state, the areas that are to be black, and staff asking again. */
const wish = ({ state, blackouts, askedAgain }: Image) => JSON.stringify([state, blackouts, askedAgain])

/**
 * Makes the pictures of photos, told by their table's stream. Apart from the other side effects: it needs the memory, holds the codec,
 * and a photo that cannot be made keeps no message waiting. A failure is delivered again; after the fifth the photo is for a person.
 */
export function photosHandler(core: Core): (event: DynamoDBStreamEvent) => Promise<void> {
  const { config, dynamo } = core
  const processing = createPhotoProcessing({ core, table: createPhotoTable(dynamo, config.tables.photos), store: createPhotoStore(objectStoreClient(config), config.photos.bucket) })
  return async (event) => {
    for (const { eventName, dynamodb } of event.Records) {
      const now = image(dynamodb?.NewImage)
      const [centre = '', kind, id = ''] = String(now.pk ?? '').split('#')
      if (eventName === 'MODIFY' && kind === 'photo' && wish(now) !== wish(image(dynamodb?.OldImage))) await processing.work(centre, id)
    }
  }
}
