import { View } from '@tarojs/components'
import { back } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { complaint as words } from '../../texts/staff/complaints'
import { firstPage } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { actionHelp } from '../queue/key-help'
import { seenComplaints, withSeen } from '../queue/seen'
import { ComplaintPanel } from './complaint-panel'

/** One complaint on a page of its own, where there is no room beside the queue. */
export default function StaffComplaintPage() {
  const { id = '' } = usePageQuery()
  return (
    <StaffFrame title={words.title} help={actionHelp} onBack={() => void back(firstPage)}>
      {(account) => (
        <View className='narrow-page'>
          <ComplaintPanel id={id} account={account} onSeen={(complaint) => seenComplaints.change((seen) => withSeen(seen, complaint.id, complaint.updatedAt))} />
        </View>
      )}
    </StaffFrame>
  )
}
