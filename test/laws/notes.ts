/** Files that are odd in one way each. */
export const oddFiles: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a blank file': ' \n\n\t\n',
  'one carriage return': 'one\r',
  'a byte-order mark in the text': '\uFEFF\uFEFF\n# one\n',
  'mixed line ends': 'one\r\ntwo\nthree\r\n\r\n- four\n- five\rsix\r\n',
}

/** Notes of our own, written in the manner of real ones. */
export const notes: Readonly<Record<string, string>> = {
  'a meeting': `# :dart: Release planning

Present: AnnM, BobW, CiaraD

## Agenda

* status of the build
* release date
    * who announces it
    * where

## Discussion

AM: The build is green since Tuesday, see https://ci.example/runs/118_b.
It took *two* attempts; the cache was **stale**.

BW/CD: We could drop the old images. 
They are 4 GB & nobody pulls them.

CD: [Draft](https://pad.example/x?y=1&z=2) is up, the [old one][notes] stays.

> AM: said so in March  
> and again in May
>
> - twice
>   even

[notes]: https://wiki.example/old "Old notes"

## TODOs and Decisions

AM: Close https://git.example/pull/118
BW: Delete the images (due 2024-05-17)

CD:
- write the announcement
- send it to <list@lists.example>

Decision: We release on the 14th.

- [ ] AM: book the room
- [x] BW: order the cake
  - [X] with candles
- [ ]

Next meeting: 2024-05-21
`,
  'what note programs add': `[TOC]

:::info
:bulb: **Hint**  
Some ==marked== text, ^up^, H~2~O and $a_1 * b_1$.
:::

:::spoiler Click *here*
hidden
:::

$$
a_1 &= b_1 \\\\
$$

\`\`\`mermaid
graph TD; A-->B
\`\`\`

~~~~ python {.numbers}  
def f():
	pass
~~~~

> [name=Ann Moss] [time=Mon, Mar 4, 2024 9:59 PM] [color=#907bf7]
> > deeper
lazy
>
> 1) one
> 2) two

{%youtube abcdefghijk %}

Term
: Meaning

Here[^1] and ^[inline].

[^1]: First

    second
      indented
[^long]:
    on the next line
`,
  'lists of every kind': `- [ ] one @AM
    - [x] under
	- [X] a tab
* another
+ a third

1. one
1. one again
3. three

10) ten
11) eleven

   - two in
     - four in
    - odd

-   wide
    marker

- a

- b
- c


- d

-
  below its marker
-

- 

1.  x

    y
2.  z
   	
> 
>a
>- b
`,
  tables: `| a | b
|--|:-:|
| \`x|y\` | c \\| d | more
no pipes
|short|

| Name        | Day   |
| ----------- | ----: |
| Ann         |    12 |
| a long name that is wider | 1 |

a | b
-|-
1 | 2

- | in | an item |
  |:---|---|
  | *1* | [x](y) |
`,
  'headings and rules': `# One ###
##  Two  blanks
###	Tab
#

Setext *heading*
over two lines
====

Another
---

***

* * *
_____________
####### seven
`,
  'inline syntax': `text with blanks  
break and\\
another   
end &nbsp; &copy; &amp; \\* \\_ \\# &#x1F600; <br/> <b>bold</b> <!-- c --> <https://a.example> https://c.example/e_f_g www.x.example a@b.example

[ref]: <http://x y> 'title'
[Ref two]:
   /url
   "over
   lines"

[ref] and [text][Ref two] and [Ref two][] and ![img][ref] and ![i *j*](<a b.png> "t")
[![badge](/b.svg)](/build) [](/empty) [a *b*](/c)

***bold-it** x*, **_a_**, __b__, _c_, *__d__*, **\`code\`**, \`\`a \` b\`\`, \` \`\` \`, ~~s~~, ~one~, **[x](y)**, [**x**](y), [a][undefined] \\[not]
`,
  'HTML and code': `<details>
<summary>More</summary>

inside

</details>
<!-- a comment
over lines --> and text
<!-- short -->
text

	indented code
	
	more

    code

1. item

       code in it

   \`\`\`
   fenced

   \`\`\`
no final line end   `,
}
