import './styles/base.css';
import { mount } from 'svelte';
import { connect } from './backend';
import Entrance from './views/Entrance.svelte';
import { speak } from './words';

const backend = await connect();
speak(await backend.language(navigator.languages).catch(() => navigator.language));
const target = document.getElementById('app');
if (target) mount(Entrance, { target, props: { backend } });
