/**
 * The words that people's passwords are most often made of, eight characters and longer first of all. From
 * the thousand commonest of the lists `xato-net-10-million-passwords-1000` and
 * `2024-197_most_used_passwords` (SecLists, Passwords/Common-Credentials, MIT), in lower case; the last
 * line is what is near at hand here.
 */
const words = `
password passw0rd passwort qwertyuiop qwertyui qwerty qwert qwer1234 qwerty123 qwerty12 qwertyu asdfghjkl asdfghjk
asdfgh asdfasdf asdf1234 asdasd zxcvbnm zxcvbn mnbvcxz qazwsxedc qazwsx qazxsw qweasdzxc qweasd qweqwe qwaszx
1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx 12qwaszx 1q2w3e4r 1q2w3e4r5t 1q2w3e q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
q1w2e3 1234qwer 123qwe 12345qwert qwe123 abc123 abcd1234 abcdef abcdefg a1b2c3 azerty 123abc lol123
letmein iloveyou loveyou lovelove loveme trustno1 changeme welcome sunshine princess football baseball basketball
softball superman spiderman wolverine batman ironman starwars startrek stargate computer internet explorer
windows security digital system matrix master shadow dragon monkey tigger killer hunter ranger soldier
michael michelle jennifer jessica jordan jonathan samantha william williams benjamin alexander alexandra
elizabeth christina christine nicholas nicole natasha natalie victoria veronica vanessa victor vincent vladimir
valentin svetlana patricia patrick danielle daniel anthony antonio andrew andrea angela amanda ashley barbara
brittany caroline carolina charlie charles claudia courtney cameron catherine douglas edward einstein eugene
franklin francis gabriel george georgia gregory heather isabella jackson jasmine jeffrey jeremy johnson joseph
joshua justin kimberly kristina lauren leslie louise madison marshall matthew maxwell melanie melissa mitchell
monica morgan nathan oliver olivia pamela rachel rebecca richard robert russell sabrina sandra sergey shannon
sharon sophie spencer stanley stephen steven suzuki taylor teresa theresa thomas tiffany timothy walter wilson
winston zachary anderson freddy jackie johnny
corvette camaro mustang ferrari porsche mercedes chevelle cherokee kawasaki yamaha ducati toyota nissan
arsenal chelsea liverpool everton juventus manutd yankees cowboys steelers packers raiders redskins patriots
panthers dolphins broncos bulldog bulldogs wildcat wildcats wolfpack lakers rangers redwings vikings raptor
pokemon nintendo minecraft warcraft playboy playstation naruto gandalf godzilla garfield simpsons simpson
slipknot metallica metallic nirvana eminem beatles blink182 marlboro cocacola guinness budlight snickers
motorola logitech samsung compaq google facebook myspace linkedin youtube twitter microsoft
diamond platinum crystal golden silver purple orange yellow rainbow midnight darkness darkside phantom phoenix
predator panther elephant scorpion scorpio dolphin penguin butterfly chicken turtle rabbit jaguar falcon cougar
mountain paradise heaven forever freedom liberty justice victory champion warrior legend knight viking pirate
wizard maverick voyager enterprise spitfire airborne marines military
chocolate cookie peanut butter banana cherry coffee cheese popcorn pumpkin peaches muffin pepper ginger
america american canada florida michigan montana colorado arizona virginia scotland england ireland australia
pakistan brazil mexico russia hawaii alaska london newyork brooklyn chicago houston boston dallas denver austin
sydney lasvegas westside
december november october september february january monday friday summer winter spring autumn
whatever nothing trouble success awesome beautiful creative classic electric extreme fantasy fishing friends
friend family children mother father brother sister babygirl bigdaddy sweetheart darling lovely sniper slayer
general captain doctor teacher college school student engineer driver dancer drummer guitar music player
gateway genesis eclipse enigma infinity destiny trinity nemesis avalon apollo jupiter mercury saturn
hello hello123 test test123 testing tester guest default secret private access login administrator admin root
superuser manager supervisor operator database server network temp temporary unknown demo sample example
woaini woaini1314 woaini520 aini1314 tianya taobao baidu alibaba zhang wang
wheelhouse oceanbase clustermanager cluster migration replication connector
`

export const wellKnownPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/u))
