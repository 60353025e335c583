// Applies rules as Vale applies its "existence" rules, with the libraries by which Vale reads its configuration, YAML and regular
// expressions.
//
// The first argument is the folder that peerguide wrote; standard input holds JSON, [{"rule": "client", "text": "..."} ...]. For each
// comes a line on standard output: the JSON list of what that rule finds in that text. Where no rule is named, it is the text as Vale goes on
// with it, what its configuration says to leave alone between backticks. Anything that Vale would not load ends it.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dlclark/regexp2"
	"github.com/gobwas/glob"
	"gopkg.in/ini.v1"
	"gopkg.in/yaml.v3"
)

// Rule has the keys that Vale knows for such a rule, as far as peerguide writes them; others are an error, as in Vale.
type Rule struct {
	Extends    string
	Message    string
	Level      string
	IgnoreCase bool `yaml:"ignorecase"`
	Tokens     []string
	Exceptions []string

	pattern *regexp2.Regexp
	except  *regexp2.Regexp
}

// Case is a text to which a rule is applied.
type Case struct {
	Rule string
	Text string
}

func main() {
	var cases []Case
	if err := json.NewDecoder(os.Stdin).Decode(&cases); err != nil {
		log.Fatal(err)
	}
	styles, ignored := configured(os.Args[1])
	rules := map[string]*Rule{}
	paths, _ := filepath.Glob(filepath.Join(styles, "*.yml"))
	for _, path := range paths {
		rules[strings.TrimSuffix(filepath.Base(path), ".yml")] = load(path)
	}
	for _, one := range cases {
		found := []string{one.Text}
		if one.Rule != "" {
			found = rules[one.Rule].apply(one.Text)
		}
		for _, pattern := range ignored {
			if one.Rule == "" {
				found[0] = pattern.ReplaceAllString(found[0], "`$1`")
			}
		}
		told, _ := json.Marshal(found)
		fmt.Println(string(told))
	}
}

// configured gives the folder of the style that the configuration names for Markdown, and the patterns of what it leaves alone there.
func configured(folder string) (string, []*regexp.Regexp) {
	options := ini.LoadOptions{AllowShadows: true, SpaceBeforeInlineComment: true}
	file, err := ini.LoadSources(options, filepath.Join(folder, ".vale.ini"))
	if err != nil {
		log.Fatal(err)
	}
	patterns := []*regexp.Regexp{}
	for _, name := range file.SectionStrings() {
		if style := file.Section(name).Key("BasedOnStyles").String(); glob.MustCompile(name).Match("notes.md") && style != "" {
			for _, pattern := range file.Section(name).Key("TokenIgnores").StringsWithShadows(",") {
				patterns = append(patterns, regexp.MustCompile(strings.TrimSpace(pattern)))
			}
			return filepath.Join(folder, file.Section("").Key("StylesPath").String(), style), patterns
		}
	}
	log.Fatal("nothing is configured for Markdown")
	return "", nil
}

func load(path string) *Rule {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	rule := &Rule{}
	decoder := yaml.NewDecoder(file)
	decoder.KnownFields(true)
	if err := decoder.Decode(rule); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
	if rule.Extends != "existence" || !strings.Contains("suggestion warning error", rule.Level) || !rule.IgnoreCase {
		log.Fatalf("%s: not such a rule", path)
	}
	if told := fmt.Sprintf(rule.Message, "words"); !strings.HasPrefix(told, "'words': ") || strings.Contains(told, "%!") {
		log.Fatalf("%s: message %q", path, told)
	}
	rule.pattern = compile(path, "(?i)(?m)\\b(?:"+strings.Join(rule.Tokens, "|")+")\\b")
	if len(rule.Exceptions) > 0 {
		rule.except = compile(path, "(?m)\\b(?:"+strings.Join(rule.Exceptions, "|")+")\\b")
	}
	return rule
}

func compile(path string, text string) *regexp2.Regexp {
	pattern, err := regexp2.Compile(text, regexp2.None)
	if err != nil {
		log.Fatalf("%s: %v", path, err)
	}
	return pattern
}

func (rule *Rule) apply(text string) []string {
	found := []string{}
	match, err := rule.pattern.FindStringMatch(text)
	for ; match != nil && err == nil; match, err = rule.pattern.FindNextMatch(match) {
		if rule.except != nil {
			if fine, _ := rule.except.MatchString(match.String()); fine {
				continue
			}
		}
		found = append(found, match.String())
	}
	if err != nil {
		log.Fatal(err)
	}
	return found
}
