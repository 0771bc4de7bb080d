// What a screen reader says without being asked. Two voices: one waits its turn, one does not.

class Announcer {
  polite = $state('');
  urgent = $state('');

  say(text: string): void {
    this.polite = text;
  }

  interrupt(text: string): void {
    this.urgent = text;
  }
}

export const announcer = new Announcer();
