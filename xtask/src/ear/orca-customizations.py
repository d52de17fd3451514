"""Makes Orca write what it says instead of saying it. Orca is written in Python and loads a speech server as a module
of Python, so this cannot be Rust. Each line of $PHC_SPEECH is a list in JSON: what kind of thing happened, and its words."""

import json
import os
import sys

from gi.repository import GLib
from orca import event_manager, settings, speechserver

_LOG = open(os.environ["PHC_SPEECH"], "a", buffering=1, encoding="utf-8")


def _write(kind, words=""):
    _LOG.write(json.dumps([kind, words], ensure_ascii=False) + "\n")


class SpeechServer(speechserver.SpeechServer):
    """Speaks at once, and without a sound."""

    _only = None
    _reading = None

    @staticmethod
    def getFactoryName():
        return "Text"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        if SpeechServer._only is None:
            SpeechServer._only = SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._only = None

    def getInfo(self):
        return ["Text", "text"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        _write("said", text or "")

    def speakCharacter(self, character, acss=None):
        _write("said", character)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utteranceIterator, progressCallback):
        # Orca makes the next piece only when the last one has been spoken.
        self._reading = utteranceIterator

        def speak_next():
            if self._reading is not utteranceIterator:
                return False
            context, _ = next(utteranceIterator, (None, None))
            if context is None:
                _write("read to the end")
                return False
            _write("said", context.utterance)
            progressCallback(context.copy(), speechserver.SayAllContext.PROGRESS)
            context.currentOffset = context.endOffset
            progressCallback(context.copy(), speechserver.SayAllContext.COMPLETED)
            return True

        GLib.timeout_add(30, speak_next)

    def stop(self):
        self._reading = None

    def shutdown(self):
        pass

    def reset(self, text=None, acss=None):
        pass


def _dequeue(manager, work=event_manager.EventManager._dequeue):
    """Tells, too, that Orca is at work: whoever waits for words waits until that has ended."""
    again = work(manager)
    _write("at work")
    return again


if __name__ == "__main__":
    # As /usr/bin/orca does, except that it refuses to start beside another Orca of the same person, who may need theirs.
    from orca import orca

    manager = orca.getSettingsManager()
    manager.activate(None, {})
    sys.path.insert(0, manager.getPrefsDir())
    sys.exit(orca.main())
else:
    event_manager.EventManager._dequeue = _dequeue
    settings.speechFactoryModules = ["orca-customizations"]
    settings.speechServerFactory = "orca-customizations"
    settings.enableBraille = False
    settings.enableSound = False
    # A page is read when the journey asks for it: what is read on loading depends on how fast it loads.
    settings.sayAllOnLoad = False
    settings.pageSummaryOnLoad = False
