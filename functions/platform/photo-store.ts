import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { maxPhotoBytes, type PhotoType } from '@shared/photos/photo'

/** The object store of the photos: private; uploads and views only with signed leave. */
export interface PhotoStore {
  /** Leave to upload one file of one type, at most 10 MB, within `seconds`. */
  uploadTicket(key: string, type: PhotoType, seconds: number): Promise<{ url: string; fields: Record<string, string> }>
  /** A whole file; undefined when there is none. */
  read(key: string): Promise<Uint8Array | undefined>
  /** Keeps a JPEG under a key. */
  writeJpeg(key: string, bytes: Uint8Array): Promise<void>
  /** An address under which the file can be fetched for `seconds`. */
  viewUrl(key: string, seconds: number): Promise<string>
  remove(key: string): Promise<void>
}

/** The photo store over S3 or whatever speaks its protocol. */
export function createPhotoStore(client: S3Client, bucket: string): PhotoStore {
  return {
    async uploadTicket(key, type, seconds) {
      return createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: seconds,
        Conditions: [['content-length-range', 1, maxPhotoBytes], ['eq', '$Content-Type', type]],
        Fields: { 'Content-Type': type },
      })
    },
    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        return await Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    async writeJpeg(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: 'image/jpeg' }))
    },
    viewUrl: (key, seconds) => getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds }),
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    },
  }
}
