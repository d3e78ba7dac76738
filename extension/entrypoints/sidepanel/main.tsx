import { render } from 'preact';
import { App } from '../../desk/app.tsx';
import '../../desk/desk.css';

const root = document.getElementById('desk');
if (root) render(<App />, root);
