import { useState } from 'react'
import { EarshotFeedback, EarshotRating, EarshotWidget } from 'earshot/react'
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
          <EarshotRating desk={desk} for="walk" scale="stars" question="How was this walk?" />
        </article>
        <section>
          <h2>Seen something on the way?</h2>
          <EarshotFeedback desk={desk} form="idea" onEarshotAccepted={({ receipt }) => setReference(receipt.reference)}>
            <a href="mailto:walks@harbour.example">Write to us</a>
          </EarshotFeedback>
        </section>
        <p className="noted" role="status">{reference && `Noted as ${reference}`}</p>
      </main>
      <EarshotWidget desk={desk}><a href="mailto:walks@harbour.example">Help</a></EarshotWidget>
    </>
  )
}
