"""python3 -m unittest discover -s Tests/Training -t Tests/Training"""

import os
import unittest

import make_tables
import make_translations

try:
    import numpy

    import fit_weights
except ImportError:
    numpy = None


class Tables(unittest.TestCase):
    def test_a_table_reads_back_as_it_was_written(self):
        frequencies = {"a": 0.02, "able": 1e-4, "about": 2e-3, "été": 3e-5}
        self.assertEqual(
            make_tables.read(make_tables.table(frequencies)),
            {term: make_tables.weight(frequency) for term, frequency in frequencies.items()})

    def test_the_committed_tables_are_whole(self):
        for name in sorted(os.listdir(make_tables.TABLES)):
            if name.endswith(".bin"):
                with open(os.path.join(make_tables.TABLES, name), "rb") as file:
                    written = file.read()
                terms = make_tables.read(written)
                self.assertLessEqual(len(terms), make_tables.TERMS, name)
                self.assertGreater(len(terms), 5000, name)
                self.assertEqual(list(terms), sorted(terms, key=str.encode), name)

    def test_frequencies_of_words_with_one_term_are_added(self):
        self.assertEqual(
            make_tables.summed([("run", .2), ("runs", .1), ("7", .3)], [["run"], ["run"], []]), {"run": .2 + .1})


class Translations(unittest.TestCase):
    DICTIONARY = "\n".join([
        " head of the dictionary", "Haus /haʊ̯s/ <n, neut>", "house, home 2.", "a building", " 3.", "a family", "gehen <v>",
        "1. go", "to move", "2. walk (on foot)", "by legs"])

    def test_the_entries_of_a_dictionary_are_headwords_and_translations_without_definitions(self):
        self.assertEqual(
            list(make_translations.entries(self.DICTIONARY)),
            [("Haus", "house"), ("Haus", "home"), ("gehen", "go"), ("gehen", "walk")])

    def test_what_several_pivots_agree_on_weighs_most(self):
        edges = make_translations.defaultdict(lambda: make_translations.defaultdict(make_translations.Counter))
        edges["de", "fi"]["Gericht"]["oikeus"] = 1
        edges["de", "fi"]["Gericht"]["ruoka"] = 1
        edges["de", "pl"]["Gericht"]["sąd"] = 1
        found = make_translations.english(
            "de", edges, {"fi": {"oikeus": {"court": 1}, "ruoka": {"dish": 1}}, "pl": {"sąd": {"court": 1}}})
        self.assertEqual(found, {"Gericht": {"court": .75, "dish": .25}})

    def test_a_table_keeps_the_commonest_terms_and_no_rare_senses(self):
        made = make_translations.table(
            {"Bank": {"bank": .6, "bench": .3, "shoal": .1}, "an der": {"at": 1}}, {"Bank": ["bank"], "an der": ["an", "der"]},
            {"bank": ["bank"], "bench": ["bench"], "shoal": ["shoal"], "at": ["at"]}, {"bank": 1e-4})
        self.assertEqual([part for part, _ in made["bank"]], ["bank", "bench"])
        self.assertEqual(list(made), ["bank"])

    def test_the_committed_tables_are_whole(self):
        names = sorted(name for name in os.listdir(make_translations.TABLES) if name.endswith(".bin"))
        with open(os.path.join(make_translations.TABLES, "en.bin"), "rb") as file:
            english = list(make_tables.read(file.read()))
        self.assertEqual(english, sorted(english, key=str.encode))
        self.assertEqual(len(names), 19)
        for name in names:
            if name != "en.bin":
                with open(os.path.join(make_translations.TABLES, name), "rb") as file:
                    terms = make_translations.decoded(file.read())
                self.assertGreater(len(terms), 9000, name)
                self.assertLessEqual(len(terms), make_translations.TERMS, name)
                for best in terms.values():
                    self.assertTrue(0 < len(best) <= make_translations.KEPT, name)
                    self.assertTrue(all(place < len(english) for place, _ in best), name)


@unittest.skipIf(numpy is None, "numpy and scipy are not installed")
class Fit(unittest.TestCase):
    def test_a_regression_finds_the_weights_that_made_its_labels(self):
        chance = numpy.random.default_rng(7)
        features = chance.normal(size=(20_000, 2))
        time = chance.uniform(0, 2, 20_000)
        part = chance.integers(0, 2, 20_000)
        odds = 3 * features[:, 0] - features[:, 1] - 2 * time + numpy.where(part == 1, 2, -1)
        labels = (chance.uniform(size=20_000) < 1 / (1 + numpy.exp(-odds))).astype(int)
        found, slope, intercepts = fit_weights.logistic(features, time, labels, numpy.ones(20_000), part, penalty=0)
        self.assertAlmostEqual(found[0], 3, delta=.15)
        self.assertAlmostEqual(found[1], -1, delta=.1)
        self.assertAlmostEqual(slope, -2, delta=.15)
        self.assertAlmostEqual(intercepts[0], -1, delta=.15)
        self.assertAlmostEqual(intercepts[1], 2, delta=.15)

    def test_a_text_is_cut_after_two_sentences(self):
        self.assertEqual(fit_weights.two_sentences("One. Two! Three? Four."), "One. Two!")


if __name__ == "__main__":
    unittest.main()
