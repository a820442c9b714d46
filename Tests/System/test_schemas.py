"""What commands print and the service answers is what the JSON Schemas and the OpenAPI description say, and they say all of it."""

import copy
import glob
import json
import os
import re
import unittest

from newsfold_site import ROOT, SiteTestCase, event, fetch, newsfold, wait_until

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = os.path.join(ROOT, "Sources/newsfold/newsfold.docc/Resources")
OPENAPI = os.path.join(ROOT, "Sources/FeedServer/FeedServer.docc/Resources/openapi.json")
TOKEN = "0123456789abcdef0123456789abcdef"

# The sections of the page of JSON output, and the schema of each.
SECTIONS = {
    "newsfold stories": "stories", "newsfold show": "show", "newsfold show, of a story that was withdrawn": "show",
    "newsfold explain": "explain", "newsfold status": "status", "newsfold read": "read",
    "newsfold sync, newsfold resync, newsfold reload": "sync", "newsfold pin, newsfold unpin": "pin",
    "newsfold check, newsfold validate": "check", "newsfold config": "config", "newsfold evaluate": "evaluate",
}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def strict(schema):
    """The schema without room for keys that it does not name: readers must expect some, the program has none."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(part) for key, part in schema.items()}
    if "properties" in schema and isinstance(schema["properties"], dict) and schema.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


@unittest.skipUnless(jsonschema, "no jsonschema here")
class Schemas(SiteTestCase):
    def valid(self, value, name):
        self.check(value, load(os.path.join(SCHEMAS, f"{name}.schema.json")), name)

    def check(self, value, schema, name):
        jsonschema.Draft202012Validator.check_schema(schema)
        faults = jsonschema.Draft202012Validator(strict(schema)).iter_errors(value)
        self.assertEqual([f"{name}: {fault.json_path}: {fault.message[:300]}" for fault in faults], [])

    def test_every_schema_is_one_and_refuses_something(self):
        paths = glob.glob(os.path.join(SCHEMAS, "*.schema.json"))
        self.assertEqual({os.path.basename(path).split(".")[0] for path in paths},
                         {*SECTIONS.values(), "feed-extension", "item-extension", "story"})
        for path in paths:
            with self.subTest(path):
                validator = jsonschema.Draft202012Validator(load(path))
                validator.check_schema(validator.schema)
                for wrong in ("text", 7, {"id": 7}, [{}]):
                    if validator.is_valid(wrong):
                        # Only a list may be one of nothing.
                        self.fail(f"takes {wrong!r}")

    def test_the_examples_of_the_page(self):
        with open(os.path.join(ROOT, "Sources/newsfold/newsfold.docc/JSONOutput.md"), encoding="utf-8") as file:
            sections = re.split(r"(?m)^## ", file.read())[1:]
        for section in sections:
            for block in re.findall(r"```json\n(.*?)```", section, re.S):
                self.valid(json.loads(block), SECTIONS[section.split("\n")[0]])

    def test_what_commands_print(self):
        site = self.sample_site()
        site.write("broken/empty.md", "")
        self.valid(site.run("sync", "--dry-run", "--json").json, "sync")
        self.valid(site.run("sync", "--json").json, "sync")
        stories = site.stories()
        self.valid(stories, "stories")
        for story in stories:
            self.valid(site.run("show", story["id"], "--json").json, "show")
        first, second = [story for story in stories if len(story["articles"]) > 1][:2]
        for one, other in ((first["articles"][0], first["articles"][1]), (first["articles"][0], second["articles"][0])):
            self.valid(site.run("explain", one["id"], other["id"], "--json").json, "explain")
        self.valid(site.run("status", "--json").json, "status")
        self.valid(newsfold("read", site.articles, "--json").json, "read")
        self.valid(site.run("check", "--json").json, "check")
        self.valid(site.run("validate", "--json").json, "check")
        self.valid(site.run("pin", "apart", first["articles"][0]["id"], first["articles"][1]["id"], "--json").json, "pin")
        self.valid(site.run("sync", "--json").json, "sync")
        self.valid(site.run("config", "--json").json, "config")
        gone = site.relative(second["articles"][0]["path"]).split(".jsonl:")[0]
        os.remove(os.path.join(site.articles, gone if os.path.exists(os.path.join(site.articles, gone)) else gone + ".jsonl"))
        self.valid(site.run("sync", "--json").json, "sync")
        self.published(site)

    def published(self, site):
        feed = site.feed()
        self.valid(feed["_newsfold"], "feed-extension")
        for item in feed["items"]:
            self.valid(item["_newsfold"], "item-extension")
        documents = glob.glob(os.path.join(site.public, "stories/*/story.json"))
        self.assertGreater(len(documents), 10)
        for path in documents:
            self.valid(load(path), "story")

    def test_what_the_service_answers(self):
        api = load(OPENAPI)
        site = self.event_site(2)
        with open(os.path.join(site.folder, "token"), "w", encoding="utf-8") as file:
            file.write(TOKEN)

        def answered(path, answer, method="get", template=None):
            said = api["paths"][template or path.split("?")[0]][method]["responses"][str(answer.status)]
            kind = answer.headers["Content-Type"].split(";")[0]
            self.assertIn(kind, said["content"], path)
            schema = copy.deepcopy(said["content"][kind]["schema"])
            schema["components"] = api["components"]
            if kind.endswith("json"):
                self.check(json.loads(answer.body), schema, path)

        with self.service(site, environment={"NEWSFOLD_RESYNC_TOKEN_FILE": "token"}) as service:
            cursor = json.loads(fetch(service.base + "changes").body)["next"]
            site.write("courier/new.md", event(3))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 3))
            changed = fetch(f"{service.base}changes?since={cursor}&wait=10")
            self.assertEqual(len(json.loads(changed.body)["changes"]), 1)
            answered("/changes", changed)
            answered("/changes", fetch(service.base + "changes?since=nonsense"))
            for path in ("healthz", "readyz", "metrics"):
                answered("/" + path, fetch(service.base + path))
            answered("/metrics", fetch(service.base + "metrics", {"Via": "1.1 web"}))
            slug = site.stories()[0]["url"].rstrip("/").rsplit("/", 1)[1]
            answered("/story", fetch(f"{service.base}stories/{slug}/story.json"), template="/stories/{slug}/story.json")
            answered("/resync", fetch(service.base + "resync", method="POST"), "post")
            answered("/resync", fetch(service.base + "resync", {"Via": "1.1 web"}, "POST"), "post")
            answered("/resync", fetch(service.base + "resync", {"Authorization": f"Bearer {TOKEN}"}, "POST", 60), "post")

        served = {"/changes", "/healthz", "/readyz", "/metrics", "/resync", "/stories/{slug}/story.json"}
        self.assertEqual(set(api["paths"]), served)


if __name__ == "__main__":
    unittest.main()
