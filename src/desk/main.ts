import './css/desk.css';
import { clientFor } from './client.js';
import { fill } from './dom.js';
import { banner } from './panels/banner.js';
import { shell } from './panels/shell.js';
import { signInForm } from './panels/sign-in.js';
import type { Theme } from './picture/palette.js';
import { routeOf } from './route.js';
import { roleOf, tokenFromFragment } from './session.js';
import { type Desk, makeDesk } from './store.js';
import { dictionaries, type Language, languageOf } from './text/text.js';

const TOKEN = 'guanxi.token';
const LANGUAGE = 'guanxi.language';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const root = document.getElementById('desk')!;

let language: Language = languageOf(localStorage.getItem(LANGUAGE), navigator.languages);
let desk: Desk | null = null;
let refused = false;
let requests = new AbortController();

/** A token in the address moves into the tab's own storage at once, so that neither history nor a copied link keeps it. */
function takeToken(): boolean {
  const token = tokenFromFragment(location.hash);
  if (token === null) return false;
  sessionStorage.setItem(TOKEN, token);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

/** Builds the page for whoever is signed in now. */
function show(): void {
  const token = sessionStorage.getItem(TOKEN);
  desk = token === null ? null : deskFor(token);
  const header = bannerNow(token);
  fill(root, header, desk ? shell(desk) : signInForm(dictionaries[language], refused, signIn));
  label();
}

function deskFor(token: string): Desk {
  requests.abort();
  requests = new AbortController();
  const theme = themeNow();
  const client = clientFor(token, requests.signal);
  return makeDesk(
    client,
    roleOf(token),
    { language, theme, route: routeOf(location.hash), scene: null, chosen: null, revision: 0, reviewed: 0 },
    () => signOut(true),
  );
}

function bannerNow(token: string | null): HTMLElement {
  const role = token === null ? null : roleOf(token);
  return banner(dictionaries[language], {
    language,
    role,
    signedIn: token !== null,
    switchLanguage,
    signOut: () => signOut(false),
  });
}

function switchLanguage(next: Language): void {
  language = next;
  localStorage.setItem(LANGUAGE, next);
  if (desk === null) {
    show();
    return;
  }
  root.querySelector('header')?.replaceWith(bannerNow(sessionStorage.getItem(TOKEN)));
  label();
  desk.set({ language });
  root.querySelector<HTMLElement>('header button')?.focus();
}

function signIn(token: string): void {
  sessionStorage.setItem(TOKEN, token);
  refused = false;
  show();
}

function signOut(wasRefused: boolean): void {
  sessionStorage.removeItem(TOKEN);
  requests.abort();
  refused = wasRefused;
  show();
}

function label(): void {
  const { locale, title, subtitle } = dictionaries[language];
  document.documentElement.lang = locale;
  document.title = `${title} · ${subtitle}`;
}

function themeNow(): Theme {
  return dark.matches ? 'dark' : 'light';
}

dark.addEventListener('change', () => desk?.set({ theme: themeNow() }));
window.addEventListener('hashchange', () => (takeToken() ? show() : desk?.set({ route: routeOf(location.hash) })));
takeToken();
show();
