import { ServiceError } from '@shared/errors/service-error'

/** The device itself says that it has no network: told apart from a service that does not answer. */
export class OfflineError extends ServiceError {
  constructor() {
    super('unavailable')
    this.message = '没有网络，请检查网络后重试。您填写的内容没有丢失。'
  }
}
