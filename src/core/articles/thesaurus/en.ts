// A line says one thing in the ways customers and owners of shops, services, banks, carriers and software say it.
// Base forms, since both sides are stemmed. A word may stand in several lines; a line that would mislead is worse than none.
const lines = `
refund, money back, reimburse, reimbursement, cash back, repay, credit back
return, send back, give back, bring back, ship back, hand back
exchange, swap, trade, change for another, different one
replacement, replace, new one, substitute
cancel, call off, revoke, withdraw, abort, stop order, undo order
cancel, terminate, quit, close, discontinue, end
unsubscribe, opt out, stop emails, stop newsletter, mailing list
newsletter, marketing emails, promotional emails
subscription, membership, plan, contract
renew, renewal, extend, prolong, continue
trial, free trial, test period, try out
broken, defective, faulty, damaged, not working, doesn't work, does not work, stopped working, dead, out of order, malfunction
damaged, smashed, cracked, shattered, dented, scratched, in pieces, crushed, bent
fails, failure, failed, fail, goes wrong, went wrong
repair, fix, mend, put right, restore
warranty, guarantee, cover, coverage
spare part, part, component, piece, replacement part
missing, lost, gone, vanished, disappeared, can't find, cannot find, nowhere
stolen, theft, robbed, thief
incomplete, missing item, not everything, something missing, part of my order
wrong item, wrong product, not what i ordered, incorrect item
delivery, shipping, shipment, dispatch, postage, freight
parcel, package, packet, box, post, mail
deliver, arrive, ship, turn up, get here, show up, receive
late, delayed, delay, overdue, taking too long, still waiting, not here yet
track, tracking, trace, follow, where is, whereabouts, status
delivery time, how long, when will, how soon, lead time
carrier, courier, driver, postman, mailman, delivery company
neighbour, neighbor, next door
letterbox, mailbox, postbox, letter box
pick up, pickup, collect, collection, click and collect
postcode, postal code, zip code, zip, post code
address, street, where i live, residence
move, moving house, relocate, new address, moved
abroad, overseas, foreign, international, another country, other countries, outside the country
customs, duty, duties, import tax, import fee, tariff
tax, vat, sales tax, gst
in stock, available, availability, sold out, out of stock
preorder, pre-order, back order, backorder
price, cost, how much, fee, rate, charge, expensive
free, no charge, without paying, complimentary, gratis, costs nothing
discount, coupon, promo code, voucher, promotion code, reduction, money off, offer
gift card, gift voucher, gift certificate, voucher, store credit
gift, present, for a friend
balance, left on, how much is left, remaining, credit
order, purchase, buy
shopping cart, basket, cart, bag
checkout, check out, pay page, place order
order confirmation, confirmation, confirmation email
invoice, bill, receipt, proof of purchase
statement, bank statement, account statement
pay, payment, paying, settle
payment method, way to pay, ways to pay, pay with, how to pay, payment option
credit card, debit card, card, visa, mastercard, amex
bank transfer, wire, wire transfer, bank account, iban, transfer money, direct transfer
direct debit, standing order, automatic payment, autopay
instalment, installment, pay monthly, pay later, buy now pay later, pay in parts, financing
paypal, apple pay, google pay, wallet, digital wallet
charge, bill, debit, deduct, take money, took money, money taken
twice, double, two times, duplicate, second time
overcharge, charged too much, too expensive, wrong amount, incorrect amount
declined, refused, rejected, not accepted, denied, won't accept, doesn't accept, does not accept, not go through, won't go through
pending, reserved, reservation, on hold, authorisation, authorization, hold
dispute, chargeback, contest, contested charge, unknown charge, don't recognise
owe, outstanding, unpaid, reminder, overdue, dunning
deposit, down payment, prepayment, security deposit
income, salary, wage, pay cheque, payslip
interest, interest rate, apr
loan, credit, mortgage, borrow
transfer, send money, move money
withdraw, cash out, get cash, atm, cash machine, cashpoint
exchange rate, currency, conversion, foreign currency
insurance, policy, insured, cover, claim
company, business, firm, corporate, office
vat number, tax id, tax number
log in, login, sign in, signin, log on, logon
log out, logout, sign out, log off
sign up, register, create account, registration, join, open account
account, profile, user account, my page
password, passcode, passphrase, pin
forgot, forgotten, can't remember, don't remember, lost
reset, start over, recover, recovery, restore
locked out, blocked, locked, suspended, banned, disabled, can't get in, cannot get in
two-factor, 2fa, two-step, verification code, one-time code, security code, authenticator
verify, verification, confirm, identity check, prove, proof
hacked, compromised, fraud, scam, phishing, somebody else used, unauthorised, unauthorized
username, user name, login name, user id
email, e-mail, mail address, email address, mail
email not arrived, didn't get an email, no email, spam folder, junk
phone, telephone, mobile, cell phone, phone number, smartphone
change, edit, update, modify, amend, alter, correct, adjust
delete, remove, erase, get rid of, wipe, clear, take out
add, include, attach, insert, put in
upload, attach, send file, import
download, save, export, get a copy
copy, duplicate, clone
undo, revert, roll back, go back, restore
rename, change name, new name
close account, delete account, remove account, leave
personal data, my data, data protection, privacy, gdpr, private information, information about me
track me, tracking cookies, cookies, spy, spying, advertising
safe, secure, security, encrypted, trust, protected
complain, complaint, unhappy, dissatisfied, not satisfied, disappointed, speak to manager, supervisor
contact, reach, get in touch, talk to, speak to, call, phone, ring, message, write to, chat
human, person, agent, real person, representative, somebody, someone, staff, support, customer service, helpdesk
help, support, assistance
opening hours, opening times, business hours, when are you open
visit, come by, in person, shop, store, showroom, branch
answer, reply, response, respond, hear back, get back to
wait, waiting, queue
error, error message, bug, problem, issue, trouble, fault, glitch
crash, freeze, frozen, hang, hangs, stuck, not responding, keeps closing
slow, lag, laggy, sluggish, takes forever, takes ages, slowly
offline, no connection, disconnected, connection lost, down, not reachable, outage
internet, wifi, wi-fi, network, broadband, wlan
signal, reception, coverage, no service
router, modem, hub
bad, poor, weak, terrible, awful
better, improve, enhance, boost, stronger
data volume, data allowance, gigabytes, mobile data
roaming, use abroad, abroad
sim, sim card, esim
number porting, keep my number, take my number, port
install, set up, setup, installation, add, get started
uninstall, remove, deinstall, delete
update, upgrade, newer version, newest version, latest version
downgrade, older version, previous version
outdated, out of date, old version, obsolete
version, release, edition
publish, release, upload, make public
browser, chrome, safari, firefox
settings, preferences, options, configuration, configure, configure
notification, alert, push message
language, translation, translate
dark mode, night mode, theme
screen reader, blind, visually impaired, accessibility, accessible
large print, bigger letters, larger text, small print, font size
wheelchair, disabled, disability, handicapped
print, printer, printout
switch on, turn on, power on, start, boot
switch off, turn off, shut off, power off, shut down
won't start, won't turn on, does nothing, no power, dead, not starting
restart, reboot, turn off and on
battery, accumulator, rechargeable, cells, power cell
charge, recharge, charging, charger
battery empty, runs out, dies, drains, flat battery, battery life, does not last, doesn't last
plug, socket, outlet, power cord, mains
cable, cord, wire, lead
adapter, adaptor, converter, transformer
voltage, volt, electricity, power supply
electricity, power, energy, current
meter, meter reading, consumption, usage
light, lamp, bulb
flicker, blink, flash, strobe
noise, sound, noisy, loud, hum, buzz, squeak, rattle
quiet, silent, silence, no sound
hot, heat, warm, heating
cold, not hot, cool, lukewarm, not warm
boil, cook, heat up, hot water
leak, leaks, drip, drips, water comes out, wet
smell, stink, odour, odor
limescale, lime, scale, chalk, calcium, white stuff, white flakes, descale, decalcify
clean, wash, wipe, care, maintenance, dirt, dirty
dishwasher, dish washer, washing up
stain, spot, mark
rust, corrosion, rusty
scratch, dent, chip
loose, wobbly, wobble, comes off, shaky
sink, drop, fall down, droop, sag, won't stay up
tighten, fasten, screw, make firm
size, measure, measurement, dimension, how big, how tall, how high, how wide
weight, heavy, how heavy, kilo, kilos, weigh
fit, fits, suitable, compatible, match
colour, color, finish, shade
material, fabric, made of, made from
taste, flavour, flavor
coffee, espresso
battery disposal, dispose, recycle, throw away, get rid of, waste, bin, disposal
old one, used one, second-hand, used, pre-owned
packaging, box, wrapping, cardboard
manual, instructions, user guide, handbook, how to use
assemble, assembly, put together, build, mount
clock, watch
stops, stopped, stands still, stuck, stop
book, booking, reserve, reservation
reschedule, change date, different date, postpone, move appointment, rebook
appointment, slot, visit, meeting
ticket, booking, boarding pass
flight, plane, trip, journey
luggage, baggage, suitcase, bag
hotel, accommodation
check in, check-in, checking in
passenger, traveller, traveler, guest
late fee, penalty, fine
deadline, until when, how long do i have, last day, time limit, period
expire, expired, expiry, run out, no longer valid, valid until
allowed, can i, may i, possible, permitted
limit, maximum, minimum, most
spelling, misspelt, typo, wrong name, spelled wrong
by mistake, by accident, accidentally, mistakenly, wrongly
immediately, at once, right away, right now, straight away, asap, urgent
team, colleagues, members, employees, staff
invite, add user, add member, share
permission, access, rights, role
share, send to, give access
search, find, look for, locate
list, overview, show all, see all
show, display, view
kid, child, children, minor, underage
death, died, deceased, bereavement, passed away
job, career, vacancy, work for you, hiring
`
/** English words and phrases that mean the same to customers, group by group. Lower case. */
export const thesaurus: readonly (readonly string[])[] = lines.trim().split('\n').map(line => line.split(', '))
