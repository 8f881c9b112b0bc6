import { useState } from 'react'
import 'earshot/elements/feedback'
import 'earshot/elements/rating'
import 'earshot/elements/widget'
import 'earshot/types/react'
import { desk } from './desk'

export function App() {
  const [reference, setReference] = useState('')
  return (
    <>
      <main>
        <header>
          <p className="kicker">Walks by the sea</p>
          <h1>The harbour loop</h1>
        </header>
        <article id="walk">
          <div className="view" />
          <p>Along the quay to the old light, up through the pines, and back over the mole before the tide is in.</p>
          <dl className="facts">
            <div><dt>Length</dt><dd>7.4 km</dd></div>
            <div><dt>Time</dt><dd>2 hours</dd></div>
            <div><dt>Climb</dt><dd>90 m</dd></div>
          </dl>
          <earshot-rating desk={desk} for="walk" scale="stars" question="How was this walk?" />
        </article>
        <section>
          <h2>Seen something on the way?</h2>
          <earshot-feedback desk={desk} form="idea" onearshot-accepted={({ receipt }) => setReference(receipt.reference)}>
            <a href="mailto:walks@harbour.example">Write to us</a>
          </earshot-feedback>
        </section>
        <p className="noted" role="status">{reference && `Noted as ${reference}`}</p>
      </main>
      <earshot-widget desk={desk}><a href="mailto:walks@harbour.example">Help</a></earshot-widget>
    </>
  )
}
