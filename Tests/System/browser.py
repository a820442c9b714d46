"""A browser to test pages with: Debian's chromium, by the WebDriver protocol (https://www.w3.org/TR/webdriver2/)."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request

from newsfold_site import clean_environment, free_port, wait_until

# The name under which the protocol hands out elements (WebDriver §12.1).
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def is_missing():
    """What is not installed, in words; nothing if all is there."""
    missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    return f"no {' and no '.join(missing)}: apt-get install chromium chromium-driver" if missing else ""


class Browser:
    """One window. `script=False` is a reader who has switched scripts off."""

    def __init__(self, width=1440, dark=False, script=True):
        self.folder = tempfile.mkdtemp(prefix="newsfold-browser-")
        self.address = f"http://127.0.0.1:{free_port()}"
        environment = {name: value for name, value in clean_environment().items() if not name.lower().endswith("_proxy")}
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={self.address.rsplit(':', 1)[1]}"], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_until(self.is_ready, pause=0.1)
            arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server",
                         f"--user-data-dir={self.folder}"]
            preferences = {} if script else {"profile.managed_default_content_settings.javascript": 2}
            options = {"binary": shutil.which("chromium"), "args": arguments, "prefs": preferences}
            answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": options}}})
            self.session = "/session/" + answer["sessionId"]
            # The protocol's window has a least width; a telephone's comes by way of the DevTools.
            self.devtools("Emulation.setDeviceMetricsOverride",
                          width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
            # Without motion, or a click would miss what is still scrolling.
            self.devtools("Emulation.setEmulatedMedia", features=[
                {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                {"name": "prefers-reduced-motion", "value": "reduce"}])
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if getattr(self, "session", None):
            self.call("DELETE", self.session)
        self.driver.terminate()
        self.driver.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def is_ready(self):
        try:
            return self.call("GET", "/status")["ready"]
        except OSError:
            return False

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with DIRECT.open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {json.load(error)['value']['message']}") from None

    def devtools(self, command, **parameters):
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, url):
        self.call("POST", self.session + "/url", {"url": url})

    @property
    def url(self):
        return self.call("GET", self.session + "/url")

    def _all(self, selector):
        found = self.call("POST", self.session + "/elements", {"using": "css selector", "value": selector})
        return [element[ELEMENT] for element in found]

    def _one(self, selector):
        found = self._all(selector)
        if not found:
            raise AssertionError(f"no {selector} on {self.url}")
        return found[0]

    def click(self, selector):
        self.call("POST", f"{self.session}/element/{self._one(selector)}/click", {})

    def write(self, selector, text):
        element = self._one(selector)
        self.call("POST", f"{self.session}/element/{element}/clear", {})
        self.call("POST", f"{self.session}/element/{element}/value", {"text": text})

    def texts(self, selector):
        """The texts of the elements that can be seen."""
        shown = [element for element in self._all(selector)
                 if self.call("GET", f"{self.session}/element/{element}/displayed")]
        return [self.call("GET", f"{self.session}/element/{element}/text") for element in shown]

    def style(self, selector, name):
        return self.call("GET", f"{self.session}/element/{self._one(selector)}/css/{name}")

    def run(self, script):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def picture(self, path):
        """The whole page as a PNG."""
        size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
        shot = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=dict(
            x=0, y=0, width=size["width"], height=size["height"], scale=1))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))
