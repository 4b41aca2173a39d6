import { parseReturnAddress, returnAddress } from './return-address'

const queue = 'staff/queue/index'

test('after signing in one is back on the page and the complaint that one was at', () => {
  const address = returnAddress('staff/complaint/index', { id: 'abc', tab: '已转办&急' })
  expect(parseReturnAddress(address, queue)).toEqual({ page: 'staff/complaint/index', query: { id: 'abc', tab: '已转办&急' } })
})

test.each([undefined, '', 'https://elsewhere.example/', '//elsewhere.example', 'pages/me/index', 'staff/../pages/me/index', 'staff/sign-in/index'])('an address that is no staff page (%s) leads to the queue', (address) => {
  expect(parseReturnAddress(address, queue)).toEqual({ page: queue, query: {} })
})

test('a damaged query is left out', () => {
  expect(parseReturnAddress('staff/item/index?id=%E4%B8', queue)).toEqual({ page: 'staff/item/index', query: {} })
})
