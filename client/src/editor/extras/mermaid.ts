import mermaid from 'mermaid'

/**
 * A diagram as SVG, cleaned by Mermaid: no HTML in labels, no links that run anything.
 *
 * @throws what Mermaid says of a source that it does not understand
 */
export async function drawDiagram(source: string, dark: boolean): Promise<string> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    look: 'classic',
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'inherit',
  })
  const { svg } = await mermaid.render(`diagram-${crypto.randomUUID()}`, source)
  return svg
}
