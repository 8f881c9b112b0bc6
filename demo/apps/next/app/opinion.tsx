'use client'
import { EarshotFeedback, EarshotRating } from 'earshot/react'
import { useState } from 'react'

export function Opinion() {
  const [reference, setReference] = useState('')
  return (
    <>
      <EarshotRating for="walk" scale="stars" question="How was this walk?" />
      <section>
        <h2>Seen something on the way?</h2>
        <EarshotFeedback form="idea" onEarshotAccepted={({ receipt }) => setReference(receipt.reference)}>
          <a href="mailto:walks@harbour.example">Write to us</a>
        </EarshotFeedback>
      </section>
      <p className="noted" role="status">{reference && `Noted as ${reference}`}</p>
    </>
  )
}
