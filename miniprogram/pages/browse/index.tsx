import { PageFrame } from '../../frame/page-frame'
import { useShare } from '../../platform/share'
import { Browse } from '../../search/browse'
import { texts } from '../../texts'

const words = texts.search

/** 办事指南: the catalogue by area, theme, department or audience, on a page of its own for the elder theme's home. */
export default function BrowsePage() {
  useShare(() => ({ title: words.browseLead, page: 'pages/browse/index', query: {} }))
  return (
    <PageFrame title={words.browseLead}>
      <Browse />
    </PageFrame>
  )
}
