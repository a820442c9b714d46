(function () {
  "use strict";
  // The look: the style sheet does it, here it is only kept.
  var looks = document.querySelectorAll('input[name="look"]');
  try {
    var kept = localStorage.getItem("newsfold-look");
    looks.forEach(function (look) {
      if (look.value === kept) { look.checked = true; }
      look.addEventListener("change", function () {
        localStorage.setItem("newsfold-look", look.value);
      });
    });
  } catch (error) { /* storage is switched off: the look is not kept */ }

  // A pressed filter is let go by the button that lets all pass; say how many stories are left.
  var list = document.getElementById("list");
  var told = document.getElementById("told");
  function tell(count) {
    told.textContent = String(count);
    if (list) {
      var none = list.querySelector(".none");
      if (none) { none.hidden = count > 0; }
    }
  }
  document.querySelectorAll(".filter input").forEach(function (button) {
    button.addEventListener("change", function () {
      var items = list ? list.querySelectorAll("li") : [];
      tell(Array.prototype.filter.call(items, function (item) {
        return item.offsetParent !== null;
      }).length);
    });
  });

  // The search: every word must be found, whatever its marks and capitals.
  var form = document.getElementById("search");
  if (!form || !list || !window.fetch) { return; }
  var field = form.querySelector("input");
  var found = document.getElementById("found");
  var index = null;
  form.hidden = false;
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  function load() {
    if (!index) {
      index = fetch(form.dataset.index).then(function (answer) {
        if (!answer.ok) { throw new Error("HTTP " + answer.status); }
        return answer.json();
      }).then(function (stories) {
        stories.forEach(function (story) {
          story.words = plain([story.title, story.summary || ""].concat(
            story.sources || [], story.tags || []).join(" "));
        });
        return stories;
      });
      index.catch(function () { index = null; });
    }
    return index;
  }
  function part(name, kind, text) {
    var element = document.createElement(name);
    if (kind) { element.className = kind; }
    element.dir = "auto";
    element.textContent = text;
    return element;
  }
  function item(story) {
    var element = document.createElement("li");
    var title = document.createElement("h4");
    var link = part("a", "", story.title);
    link.href = story.page;
    title.append(link);
    element.append(title);
    if (story.summary) { element.append(part("p", "sum", story.summary)); }
    element.append(part("p", "meta", story.day + " · " + story.sources.join(", ")));
    return element;
  }
  function search() {
    var words = plain(field.value).split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      found.hidden = true;
      list.hidden = false;
      told.textContent = "";
      return;
    }
    load().then(function (stories) {
      var matches = stories.filter(function (story) {
        return words.every(function (word) { return story.words.includes(word); });
      });
      var results = document.createElement("ol");
      matches.slice(0, 100).forEach(function (story) { results.append(item(story)); });
      found.replaceChildren(matches.length ? results : part("p", "none", form.dataset.none));
      found.hidden = false;
      list.hidden = true;
      told.textContent = matches.length ? String(matches.length) : form.dataset.none;
    }, function () { form.hidden = true; });
  }
  field.addEventListener("input", search);
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
})();
