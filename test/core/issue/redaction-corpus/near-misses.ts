/** What looks like something and is nobody's: it must survive, because a shop cannot help without it. */
export const nearMisses: readonly string[] = [
  // orders, invoices, customers
  'order 1234567890123456', 'order 4111 1111 1111 1112', 'Order #112-3456789-0123456', 'order 2026-11-000123', 'Bestellnummer 302-1234567-1234567',
  'Bestellung Nr. 0123456789', 'order number 555-123-4567', 'order 0123 456 789', 'Auftrag 030 901820', 'Rechnung 2026-0815-4711', 'invoice INV-0012345678',
  'Kundennummer: 49301234567', 'customer 0049301234', 'case 00012345', 'ticket 8-916-123', 'pedido 123 456 789', 'commande n° 06 12 34 56 78', 'Bestelling 0612345678',
  'reference 7700 900 123', 'account no. 12345678', 'booking ref 987654321', 'receipt 0001-2345-6789', 'Vorgang 2026/112233', 'PO 4500012345',
  'order ids 1001, 1002, 1003, 1004', 'orders 12345678 and 87654321', 'zamówienie 601234567', 'заказ 89161234567', 'طلب 0501234567', '订单 13812345678', '注文 090-1234-5678',
  // parcels
  'parcel 00340434161094042557', '1Z12345E0205271688', 'UPS 1Z 999 AA1 01 2345 6784', '9400110200881234567890', '9205 5901 6491 7312 8876 5432 10', 'EA123456789DE', 'RR123456789CN',
  'JD014600003456789012', 'GLS 123456789012', 'Hermes H1001234567890123456', 'DPD 01234567890123', 'tracking 420941079400110200881234567890', 'FedEx 123456789012 and 999999999999999', 'TBA123456789000',
  // articles
  'ISBN 9783161484100', 'ISBN 978-0-306-40615-7', 'ISBN-10 3-16-148410-X', 'ISSN 0317-8471', 'EAN 4012345678901', '4006381333931', 'GTIN 00012345600012', 'UPC 036000291452', 'SKU 4711-0815-22',
  'item 123.456.78', 'IKEA 903.493.26', 'article 10-2345-678', 'model WH-1000XM4', 'part no. 01-234-5678', 'serial 2C4RDGBG9FR123456', 'S/N 0012-3456-7890', 'LEGO 42115', 'ASIN B08N5WRWNW',
  // dates and times
  '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00+0100', '2026-11-21 10:00:00', '21.11.2026', '01.02.2026 10:30', '01-02-2026', '02/01/2026', '11/21/26', '20261121', '20261121T101500', '2026-W47-6',
  'Nov 21, 2026 at 10:15 AM', '21. November 2026, 10:15 Uhr', 'Mo-Fr 09:00-17:30; Sa 10:00-14:00', '2026-11-20/2026-11-27', '1999-2026', '2019 2020 2021 2022', '01 02 2026', '09 30 – 17 00', 'since 01/2026',
  '1763719200000', '1763719200', 'UTC+02:00', 'GMT+0200 (CEST)', 'phone since 2026-11-21', 'Telefon 21.11.2026', 'call on 21/11/2026', 'called 2026-11-21 10:15', '٢٠٢٦-١١-٢١', '2026年11月21日',
  // versions, builds, machines
  'v1.2.3-rc.1', '10.0.19041.1234', 'install lit@3.3.3', 'npm i react@18.3.0-canary.abc @types/node@22.1.0', 'iOS 17.1.2 (21B101)', 'Chrome 120.0.6099.109', 'AppleWebKit/537.36 (KHTML, like Gecko)', 'build 20261121.3', 'Firefox/121.0',
  'commit 9f86d08', '9f86d081884c7d65', 'sha1 prefix da39a3ee5e', 'node:22.5.1-alpine3.20', 'en_US.UTF-8@euro', 'KB5031455', 'CVE-2026-12345', 'RFC 9457', '0x80070057', 'error 0x8007000E', 'HTTP 404', 'code 0xC0000005',
  '192.168.1.1', '192.168.001.001:3000', '10.1.2.3:65535', '203.0.113.195, 70.41.3.18', '::1', '2001:db8::ff00:42:8329', 'fe80:0:0:0:200:f8ff:fe21:67cf', '00:1B:44:11:3A:B7', '01-23-45-67-89-AB', 'localhost:8080', '127.0.0.1:5432/shop',
  // ids of things
  '01a1fd8c-6900-7101-8101-010101010101', '{123E4567-E89B-12D3-A456-426614174000}', 'trace 4bf92f3577b34da6', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'cjld2cjxh0000qzrmn831i7rn', 'V1StGXR8_Z5jdHi6B-myT', 'id 507f1f77bcf86cd799439011', 'video dQw4w9WgXcQ', 'cus_9s6XKzkNRiz8i3', 'pi_3MtwBwLkdIwHu7ix',
  // amounts and measures
  '1,234,567.89', '1.234.567,89 €', '1 234 567,89', "1'234'567.00 CHF", '+12 345 678 €', '$0.99', '€ 12.345', '00,99', '0.123456789', '+5 000 000', '123 456 789 km', '10 000 000 VND', '99 99 99', '12.5 x 30.25 x 7.75', '0 100 200 300 400',
  '52.5200,13.4050', '+52.520008, +13.404954', '-0.127758', 'N52°31.200 E13°24.300', '48.85837009 2.294481', '37.7749° N, 122.4194° W', '#ff00aa', 'rgb(255, 128, 0)', '4x4', '16:9', '0123-45', '007', '1/2', '555 1234', 'π = 3.1415926535', '2^64 = 18446744073709551616',
  // words that look like more
  'the bearer certificate of a share', 'Bearer bonds', 'basic authentication failed', 'Basic understanding', 'token economy', 'a token of thanks', 'the password: I forgot it', 'password is wrong', 'password: required', 'Passwort: vergessen', 'my password is correct-ish',
  'mot de passe oublié', 'contraseña incorrecta', 'passport 2026', 'password policy: 8-64', 'PIN pad', 'secret santa', 'the session was good', 'session=over', 'keyword=red', 'key=name', '?sort=key', '?key=value', '?code=200', '?code=en-US', 'zip_code=12345', 'passenger=2', 'tokens=0', '?sid=',
  'password=true', '"password": ""', '"token": null', '@ann said: hi', 'a@b', 'me@home', '@@', 'foo@', '@foo.bar', 'ann@localhost', 'half @ 3.50 each', '5@2.99', 'sprite@3x.png', 'icon@2x.webp', 'git@github.com:acme/shop.git', 'getty@tty1.service',
  'sk-learn and sk-image are Python', 'sk-SK', 'pk-list-item-container-wide', 'rk-', 'hf_hub_download_the_model_file', 'key-value-store-implementation', 'secret_santa_gift_exchange_list', 'npm_config_registry', 'npm_package_name_and_version', 'eyJust.kidding', 'AIza', 'AKIA', 'xoxb-', 'glpat-', 'SG.', 'ghp_',
  'DE89 3704 0044 0532 0130 01', 'GB82 TEST 1234 5698 7654 32', 'DE12 apples and 34 pears', 'AT12 3456', 'IBAN DE.. is missing', 'BLZ 100 500 00', 'BIC DEUTDEFF500', 'VAT GB123456789', 'DE136695976', 'NL123456789B01', 'CHE-123.456.789',
  'https://shop.example/search?page=2&sort=price&keyword=red', 'https://shop.example/p/12345678901?variant=0987654321', '/reset-password', '/invite/friends-and-family-program', '/verify', '/login/forgot-your-password-again', 'https://maps.example/@52.520008,13.404954,15z', 'https://user@host.example/', 'ssh://git@host:22',
  'call 116 117', 'call 110', 'phone 13 mini', 'my phone is 5 years old', 'iPhone 12 64 GB', 'text 12345 times', 'ring size 54 56 58', 'cell B12:C34', 'signal 2.4 GHz 5 GHz', 'mobile 4G 5G', 'telephone pole 12', 'Handy 2 Jahre alt', 'fax machine HL-2350DW', 'Tel Aviv 2026', 'room tel.: none', 'call 3 4 5',
  'Lorem ipsum dolor sit amet', '🙂🙂🙂 123 🙂', '', ' ', '\u0000', '------', '[email] and [phone]', '(0)', '()', '+', '00', '+1', '0-0-0-0-0',
]
