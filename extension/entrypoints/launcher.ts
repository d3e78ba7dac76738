import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Launcher, type LauncherState } from '../launcher/launcher.ts';
import { send } from '../platform/messages.ts';

declare global {
  /** In the extension's own world of a page; the page cannot see it. Null takes the launcher away. */
  var chiduLauncher: ((state: LauncherState | null) => void) | undefined;
}

export default defineUnlistedScript(() => {
  let launcher: Launcher | null = null;
  globalThis.chiduLauncher ??= (state) => {
    if (!state) {
      launcher?.remove();
      launcher = null;
      return;
    }
    launcher ??= new Launcher(document, () => void send('launcher/open', {}).catch(() => null));
    launcher.show(state);
  };
});
