import { render } from 'preact';
import '../../ui/style/index.css';
import { Binder } from '../../binder/binder.tsx';

const root = document.getElementById('binder');
if (root) render(<Binder />, root);
