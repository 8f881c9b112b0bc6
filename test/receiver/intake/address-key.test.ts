import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addressKey } from '../../../src/receiver/intake/address-key.ts'

it('takes one sender for one, however the address is written', () => {
  const same: [string, string[]][] = [
    ['203.0.113.7', ['203.0.113.7', ' 203.0.113.7 ', '203.0.113.7:51000', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '[::ffff:203.0.113.7]:443', '10.0.0.1, 203.0.113.7']],
    ['2001:db8:0:7::/64', ['2001:db8:0:7::1', '2001:0DB8:0000:0007:ffff:ffff:ffff:ffff', '[2001:db8:0:7::2]:8080', '2001:db8::7:1:2:3:4', '2001:db8:0:7::9%eth0', '2001:db8:0:7:0:0:192.0.2.1']],
    ['0:0:0:0::/64', ['::1', '::']],
  ]
  for (const [key, addresses] of same) for (const address of addresses) assert.equal(addressKey(address), key, address)
})

it('keeps others apart', () => {
  assert.notEqual(addressKey('2001:db8:0:7::1'), addressKey('2001:db8:0:8::1'))
  assert.notEqual(addressKey('203.0.113.7'), addressKey('203.0.113.70'))
})

it('believes of a list what the nearest proxy has written, whatever its sender put before it', () => {
  for (const forged of ['1.1.1.1', '2.2.2.2', 'x'.repeat(5_000)]) assert.equal(addressKey(`${forged}, 198.51.100.4`), '198.51.100.4')
})

it('takes what is no address as it is, cut, and what is nothing as nothing', () => {
  assert.equal(addressKey('account-7'), 'account-7')
  for (const junk of ['1:2:3', ':::', '1::2::3', 'g::1', '::1.2.3', '1:2:3:4:5:6:7:8:9', '%', '[', '[]', ',', '1.2.3.4:5:6']) assert.equal(typeof addressKey(junk), 'string', junk)
  assert.ok(addressKey('y'.repeat(9_000)).length <= 200)
  for (const nothing of [undefined, null, 7, {}, '', ' ', 'z'.repeat(20_000), ['1.2.3.4']]) assert.equal(addressKey(nothing), '')
})
