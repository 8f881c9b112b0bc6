import { Help } from './help'
import { Opinion } from './opinion'

// Rendered on the server; what a customer says is the browser's part.
export default function Page() {
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
        </article>
        <Opinion />
      </main>
      <Help><a href="mailto:walks@harbour.example">Help</a></Help>
    </>
  )
}
