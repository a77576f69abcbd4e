import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../components/index.js';
import { type Desk, useDesk, useWords } from '../desk.js';
import { type Canvas, type Drawn, draw } from './canvas.js';
import { found, type Scene } from './drawing.js';
import { pressed, ZOOM } from './keys.js';
import { communityKey, type Key, Legend } from './legend.js';
import { PersonCard } from './person.js';
import { fitted } from './places.js';

/** How a picture differs from the overview's. */
interface NetworkProps extends Drawn {
  /** What colours and lines mean; communities when not given. */
  readonly legend?: Key;
  /** Whoever is chosen in a list brings it into view, where it is not. */
  readonly comesUp?: true;
  /** It goes from left to right, and downwards where the page is narrow. */
  readonly turns?: true;
  /** What the picture is, for those who do not see it. */
  readonly label?: string;
}

/** From so many people on a search helps. */
const SEARCHED = 40;

/** The one picture of the desk: a scene with its legend, search, zoom, keys and the card of whoever is pointed at. */
export function Network(props: NetworkProps) {
  const { scene, small, legend, label } = props;
  const desk = useDesk();
  const [hovered, setHovered] = useState<string | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const { paper, canvas } = useCanvas(props, desk, hovered, setHovered);
  useLayoutEffect(() => setLit(null), [scene]);
  if (scene.dots.length === 0) return <Notice>{desk.text.picture.noTies}</Notice>;
  const light = (group: string | null) => {
    setLit(group);
    canvas.current?.highlight(group);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !canvas.current) return;
    const at = { scene, canvas: canvas.current, chosen: desk.chosen };
    if (pressed(event, at, (id) => desk.set({ chosen: id }))) event.preventDefault();
  };
  return (
    <div class={small ? 'network network-small' : 'network'}>
      <div class="picture-tools">
        {scene.dots.length >= SEARCHED && <Search scene={scene} />}
        <Zoom canvas={canvas} />
      </div>
      <div class="picture-box">
        <div
          class={`paper ${small ? 'paper-small ' : ''}__________cytoscape_container`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked through by keyboard
          tabIndex={0}
          role="application"
          aria-label={[label, desk.text.picture.canvas].filter(Boolean).join(' ')}
          ref={paper}
          onKeyDown={keyDown}
        />
        <PersonCard id={hovered ?? desk.chosen} scene={scene} />
        <Legend of={legend ?? communityKey(scene, desk)} lit={lit} light={light} />
      </div>
    </div>
  );
}

/** Draws the scene once it is on the page, and keeps what is drawn in step with the desk. */
function useCanvas(props: NetworkProps, desk: Desk, hovered: string | null, setHovered: (id: string | null) => void) {
  const { scene, turns, comesUp } = props;
  const paper = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  // Whoever was tapped is under the finger already: the paper must not slide away.
  const tapped = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!paper.current) return;
    const { clientWidth, clientHeight } = paper.current;
    const places = props.places && fitted(props.places, clientWidth, clientHeight, turns);
    canvas.current = draw(paper.current, { ...props, places }, desk.theme, {
      onHover: setHovered,
      onTap: (id) => {
        tapped.current = id;
        desk.set({ chosen: id });
      },
    });
    return () => {
      canvas.current?.close();
      canvas.current = null;
    };
  }, [scene]);
  useEffect(() => canvas.current?.recolour(desk.theme), [desk.theme]);
  useEffect(() => canvas.current?.choose(hovered ?? desk.chosen), [hovered]);
  useEffect(() => {
    const byHand = desk.chosen !== null && desk.chosen === tapped.current;
    tapped.current = null;
    canvas.current?.choose(desk.chosen, !byHand);
    // On a narrow page the lists stand below the picture: whoever chose there would not see the answer.
    if (comesUp && desk.chosen && !byHand && paper.current && !inView(paper.current))
      paper.current.scrollIntoView({ block: 'center' });
  }, [desk.chosen, scene]);
  return { paper, canvas };
}

function inView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 120 && top < window.innerHeight - 120;
}

function Zoom({ canvas }: { readonly canvas: { readonly current: Canvas | null } }) {
  const { words } = useWords('picture');
  const ways: readonly [string, string, () => void][] = [
    ['+', words.zoomIn, () => canvas.current?.zoom(ZOOM)],
    ['−', words.zoomOut, () => canvas.current?.zoom(1 / ZOOM)],
    ['⤢', words.fit, () => canvas.current?.fit()],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div class="zoom" role="group">
      {ways.map(([sign, label, act]) => (
        <button key={sign} type="button" class="tool" aria-label={label} title={label} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}

function Search({ scene }: { readonly scene: Scene }) {
  const { set, words } = useWords('picture');
  const [missing, setMissing] = useState('');
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('alias')).trim();
    const dot = found(scene, typed);
    setMissing(dot ? '' : typed);
    if (dot) set({ chosen: dot.id });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser knows the element `search`
    <form class="search" role="search" onSubmit={find}>
      <input
        type="search"
        name="alias"
        list="aliases"
        placeholder={words.search}
        aria-label={words.search}
        autocomplete="off"
        spellcheck={false}
      />
      <datalist id="aliases">
        {scene.dots.map(({ id, alias }) => (
          <option key={id} value={alias} />
        ))}
      </datalist>
      <button type="submit">{words.searchButton}</button>
      <output class="search-said">{missing && words.notDrawn(missing)}</output>
    </form>
  );
}
