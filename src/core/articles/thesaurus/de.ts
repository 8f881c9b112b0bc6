// A line says one thing in the ways customers and owners say it. Base forms, since both sides are stemmed.
const lines = `
erstattung, erstatten, rückerstattung, geld zurück, rückzahlung, zurückzahlen, gutschrift, zurückerstatten
zurückschicken, zurücksenden, rückgabe, retoure, rücksendung, zurückgeben, retournieren, umtausch
umtauschen, tauschen, austauschen, wechseln, umtausch, ersatz
stornieren, absagen, abbestellen, storno, widerrufen, widerruf, rückgängig machen, annullieren
kündigen, kündigung, beenden, vertrag beenden, aufhören
abo, abonnement, mitgliedschaft, vertrag, tarif
verlängern, erneuern, verlängerung
newsletter, werbemails, abmelden, abbestellen
kaputt, defekt, beschädigt, funktioniert nicht, geht nicht, hinüber, schadhaft, zerbrochen, bruch
beschädigt, zerkratzt, gerissen, zerbrochen, verbeult, transportschaden
reparieren, reparatur, instandsetzen, richten, flicken
garantie, gewährleistung, garantiefall
ersatzteil, teil, bauteil, einzelteil
fehlt, verschwunden, weg, verloren, nicht da, unauffindbar, nicht angekommen
gestohlen, geklaut, diebstahl
falsch, verkehrt, nicht richtig, falscher artikel
lieferung, versand, zustellung, sendung
paket, päckchen, sendung, karton, post
liefern, ankommen, zustellen, kommen, schicken, versenden
verspätet, zu spät, verzögerung, dauert, immer noch nicht
verfolgen, sendungsverfolgung, tracking, wo ist, wo bleibt, status, stand
lieferzeit, wie lange, wann kommt, lieferdauer, versanddauer
versandkosten, porto, lieferkosten, versandgebühr
paketdienst, zusteller, bote, fahrer, dhl, kurier
nachbar, nachbarin, nebenan
abholen, abholung, selbst abholen
postleitzahl, plz
adresse, anschrift, lieferadresse, wohnort
umzug, umziehen, umgezogen, neue adresse
ausland, international, anderes land
zoll, einfuhr, einfuhrabgaben
steuer, mehrwertsteuer, mwst, umsatzsteuer
ust-id, umsatzsteuer-nummer, steuernummer, umsatzsteuer-identifikationsnummer
verfügbar, auf lager, vorrätig, ausverkauft
preis, kosten, wie teuer, was kostet, gebühr
kostenlos, gratis, umsonst, kostenfrei, kostet nichts
rabatt, nachlass, gutscheincode, rabattcode, aktionscode
gutschein, geschenkkarte, geschenkgutschein
geschenk, verschenken, präsent
bestellung, auftrag, kauf, einkauf
kaufen, bestellen, erwerben
warenkorb, einkaufswagen, korb
bestätigung, auftragsbestätigung, bestellbestätigung, bestätigungsmail
rechnung, beleg, quittung, kassenzettel, kassenbon
kontoauszug, auszug, abrechnung
bezahlen, zahlen, zahlung, begleichen
zahlungsart, zahlungsmethode, zahlungsweise, wie bezahlen, zahlungsmöglichkeit
kreditkarte, karte, girocard, ec-karte, bankkarte, visa, mastercard
überweisung, banküberweisung, vorkasse, überweisen
lastschrift, bankeinzug, einzug, abbuchung
rate, ratenzahlung, in raten, ratenkauf
abbuchen, abgebucht, einziehen, belasten, abziehen
doppelt, zweimal, zwei mal, zweifach
abgelehnt, verweigert, nicht akzeptiert, nicht angenommen, wird nicht genommen, zurückgewiesen
vormerkung, vorgemerkt, reserviert, reservierung
mahnung, zahlungserinnerung, offene rechnung
konto, bankkonto, bankverbindung, iban
einloggen, anmelden, login, log-in
ausloggen, abmelden, logout
registrieren, registrierung, konto anlegen, konto erstellen
passwort, kennwort, pin, zugangscode
vergessen, weiß nicht mehr, verloren
gesperrt, blockiert, ausgesperrt, komme nicht rein
gehackt, betrug, missbrauch, phishing
e-mail, mail, email, mailadresse
telefon, handy, telefonnummer, mobiltelefon
ändern, bearbeiten, anpassen, korrigieren, änderung, berichtigen
löschen, entfernen, beseitigen, wegmachen
hinzufügen, ergänzen, dazu, zusätzlich
herunterladen, download, speichern, runterladen
konto löschen, konto schließen, account löschen
datenschutz, daten, dsgvo, persönliche daten, privatsphäre
sicher, sicherheit, verschlüsselt, geschützt
beschwerde, beschweren, reklamation, reklamieren, unzufrieden, ärger
kontakt, erreichen, kontaktieren, anrufen, sprechen, schreiben, melden
mensch, mitarbeiter, kundendienst, kundenservice, berater, jemand, ansprechpartner, person
öffnungszeiten, geöffnet, offen, sprechzeiten
vorbeikommen, persönlich, laden, vor ort, filiale
antwort, rückmeldung, antworten
fehler, fehlermeldung, problem, störung, panne
abgestürzt, hängt, eingefroren, absturz
langsam, träge, dauert ewig
internet, wlan, netz, verbindung
empfang, signal, netzabdeckung
einrichten, installieren, installation, aufbauen
aktualisieren, update, neue version
einschalten, anmachen, starten, anschalten
ausschalten, ausmachen, abschalten, schaltet ab
akku, batterie, aufladbar
laden, aufladen, ladegerät
stecker, steckdose, netzteil
kabel, leitung, schnur
strom, spannung, elektrik
lampe, leuchte, licht, birne
flackern, flimmern, blinken
laut, geräusch, lärm, brummen, krach
kessel, wasserkocher
kalk, entkalken, verkalkt, kalkflecken, weiße flocken, weißes zeug
reinigen, putzen, säubern, sauber machen, pflege
größe, maße, abmessung, wie groß, wie hoch
farbe, ausführung, farbton
gewicht, wie schwer
entsorgen, entsorgung, wegwerfen, recycling, müll
alt, gebraucht, aus zweiter hand
anleitung, bedienungsanleitung, gebrauchsanweisung, handbuch
frist, bis wann, wie lange habe ich, zeitraum
abgelaufen, ungültig, nicht mehr gültig
firma, unternehmen, betrieb, geschäftlich
name, nachname, empfänger
sofort, gleich, umgehend, dringend, eilig
termin, verabredung, buchung
umbuchen, verschieben, anderer termin
reservieren, buchen, vorbestellen
`
/** German words and phrases that mean the same to customers, group by group. Lower case, with umlauts: both sides are folded. */
export const thesaurus: readonly (readonly string[])[] = lines.trim().split('\n').map(line => line.split(', '))
