import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'lt',
  title: 'Patvirtinkite savo tapatybę',
  intro:
    'Pagal įstatymus prieš išduodami kortelę turime patvirtinti jūsų tapatybę. Tai taip pat padeda apsaugoti jus nuo tapatybės vagystės.',
  documentsTitle: 'Turėkite po ranka vieną iš šių dokumentų',
  passport: 'Pasas',
  'driving-licence': 'Vairuotojo pažymėjimas',
  'national-id': 'Asmens tapatybės kortelė',
  'residence-permit': 'Leidimas gyventi',
  documentsNote:
    'Įsitikinkite, kad dokumento galiojimas nepasibaigęs, jis lengvai įskaitomas, o nuotraukoje matyti visi keturi kampai.',
  selfie:
    'Taip pat reikės pasidaryti asmenukę arba nufilmuoti trumpą vaizdo įrašą. Prieš naudodama kamerą naršyklė paprašys leidimo.',
  proofOfAddress:
    'Vėliau taip pat galime paprašyti ne senesnio kaip 3 mėnesių adreso įrodymo, pavyzdžiui, komunalinių paslaugų sąskaitos, banko išrašo, institucijos rašto ar nuomos sutarties.',
  tipsTitle: 'Kad nuotrauka būtų gera',
  tipLight: 'Raskite gerai apšviestą vietą be atspindžių.',
  tipClear: 'Nejudėkite, kol nuotrauka taps ryški.',
  tipGlasses: 'Darydami asmenukę nusiimkite akinius.',
  duration: 'Apie 2 minutes',
  timing:
    'Automatinis tikrinimas trunka 5–15 minučių. Jei reikia rankinio tikrinimo, jis paprastai trunka 15–60 minučių, retais atvejais – iki 24 valandų.',
  privacy:
    'Jūsų nuotraukos ir vaizdo įrašas keliauja tiesiai į „Veriff“ – įmonę, kuri mūsų pavedimu tikrina tapatybę. Per šią svetainę jie neperduodami.',
  start: 'Pradėti tapatybės patvirtinimą',
  continue: 'Tęsti tapatybės patvirtinimą',
  checking: 'Tikrinama patvirtinimo būsena…',
  starting: 'Atidaroma „Veriff“…',
  close: 'Uždaryti',
  silentTitle: '„Veriff“ neatsako',
  silentText: 'Galbūt jūsų ryšys lėtas arba kas nors šiame puslapyje blokuoja „Veriff“.',
  retry: 'Bandyti dar kartą',
  openElsewhere: 'Atidaryti naujame lange',
  openHere: 'Tęsti šiame lange',
  redirectNote:
    'Kai „Veriff“ atidaroma šiame lange, automatiškai čia galite ir nesugrįžti. Kai baigsite, grįžkite į šį puslapį.',
  elsewhereTitle: 'Tęskite kitame lange',
  elsewhereText: 'Kai ten baigsite, šis puslapis atsinaujins.',
  showWindow: 'Vėl atidaryti langą',
  imDone: 'Baigiau',
  usePhone: 'Verčiau naudoti telefoną',
  useBrowser: 'Atidaryti savo naršyklėje',
  startAnyway: 'Vis tiek tęsti čia',
  noCamera: 'Neradome kameros, kuri veiktų šiame puslapyje.',
  inAppBrowser: 'Šios programėlės naršyklė gali blokuoti jūsų kamerą.',
  phoneTitle: 'Tęskite telefone',
  phoneText: 'Nuskaitykite kodą telefono kamera. Kai ten baigsite, šis puslapis atsinaujins.',
  browserTitle: 'Tęskite savo naršyklėje',
  browserText:
    'Atidarykite nuorodą „Safari“, „Chrome“ ar kitoje naršyklėje. Kai ten baigsite, šis puslapis atsinaujins.',
  qrCode: 'QR kodas, kad tęstumėte telefone',
  copyLink: 'Kopijuoti nuorodą',
  linkCopied: 'Nuoroda nukopijuota',
  shareLink: 'Bendrinti nuorodą',
  newLink: 'Sukurti naują nuorodą',
  linkExpires: 'Nuoroda galioja iki:',
  continueHere: 'Verčiau tęsti čia',
  linkFailed: 'Nepavyko sukurti nuorodos. Bandykite dar kartą arba tęskite čia.',
  leaveTitle: 'Išeiti iš tapatybės patvirtinimo?',
  leaveText: 'Jei dabar išeisite, vėliau gali tekti pakartoti kai kuriuos veiksmus.',
  leave: 'Išeiti',
  stay: 'Likti',
  reloadTitle: 'Įkelti šį puslapį iš naujo?',
  reloadText:
    '„Veriff“ turi iš naujo įkelti šį puslapį, kad galėtų vėl paprašyti leidimo naudoti kamerą. Tada galėsite tęsti, bet šiame puslapyje neišsaugoti duomenys gali būti prarasti.',
  reload: 'Įkelti iš naujo',
  notNow: 'Ne dabar',
  decidingTitle: 'Tikriname jūsų dokumentus',
  decidingText: 'Galite palaukti čia. Šis puslapis atsinaujins automatiškai.',
  pendingTitle: 'Jūsų tapatybė tikrinama',
  pendingText:
    'Daugiau nieko daryti nereikia. Tikrinimas tęsis, net jei uždarysite šį puslapį. Grįžus gali tekti prisijungti arba pradėti registraciją iš naujo.',
  overdueTitle: 'Tai trunka ilgiau nei įprastai',
  overdueText:
    'Jūsų dokumentų mūsų sistemoje dar nematyti. Tikrinsime toliau. Jei dar nebaigėte, tęskite tapatybės patvirtinimą.',
  unsureTitle: 'Ar baigėte tapatybės patvirtinimą?',
  unsureText:
    'Jei taip, jūsų dokumentai tikrinami ir daugiau nieko daryti nereikia. Jei ne, tęskite nuo ten, kur sustojote.',
  stageSubmitted: 'Dokumentai išsiųsti',
  stageAutomatic: 'Automatinis tikrinimas',
  stageManual: 'Prireikus – rankinis tikrinimas',
  stageResult: 'Rezultatas',
  stageNote: 'Retais atvejais rankinis tikrinimas gali trukti iki 24 valandų.',
  done: 'atlikta',
  check: 'Tikrinti būseną',
  verifiedTitle: 'Patvirtinimas sėkmingas',
  verifiedText: 'Ačiū. Jūsų tapatybė patvirtinta, galite tęsti.',
  rejectedTitle: 'Nepavyko patvirtinti jūsų tapatybės',
  rejectedText: 'Tikslios priežasties mums nepraneša, bet dažnai ji būna viena iš šių:',
  reasonDocument:
    'Dokumentas nebegaliojo, buvo neryškus ar ne visas matomas nuotraukoje arba nepriimamas jūsų šaliai.',
  reasonIdentity: 'Asmenukė ar jūsų duomenys neatitiko dokumento arba jums dar nėra 18 metų.',
  reasonChecks: 'Saugumo patikra buvo nesėkminga.',
  rejectedLater:
    'Jei jums jau yra 18 metų, galite tęsti registraciją ir vėliau dar kartą patvirtinti tapatybę.',
  rejectedRetry: 'Jei jums jau yra 18 metų, patikrinkite dokumentą ir apšvietimą, tada bandykite dar kartą.',
  required: 'Norėdami tęsti, patvirtinkite savo tapatybę.',
  unreachable: 'Šiuo metu nepavyksta užmegzti ryšio. Bandome toliau.',
  startNote: 'Šiuo metu nepavyko patikrinti patvirtinimo būsenos, bet vis tiek galite tęsti.',
  failedTitle: 'Įvyko klaida',
  reference: 'Užklausos kodas:',
  support: 'Kreiptis į klientų aptarnavimą',
  'error-onboarding-invalid':
    'Ši registracija nebegalioja arba jau užbaigta. Jei jau turite paskyrą, prisijunkite. Jei ne, pradėkite iš naujo.',
  'error-onboarding-not-found': 'Jūsų registracijos neradome. Pradėkite iš naujo.',
  'error-not-authenticated': 'Jūsų sesija baigėsi. Prisijunkite dar kartą.',
  'error-not-allowed':
    'Neturite prieigos prie šio tapatybės patvirtinimo. Prisijunkite iš naujo arba kreipkitės į klientų aptarnavimą.',
  'error-client-key-invalid':
    'Tapatybės patvirtinimas šiuo metu negalimas. Kreipkitės į klientų aptarnavimą.',
  'error-rate-limited': 'Buvo per daug bandymų. Palaukite minutę ir bandykite dar kartą.',
  'error-provider-unavailable':
    'Tapatybės patvirtinimas šiuo metu negalimas. Bandykite dar kartą po kelių minučių.',
  'error-network': 'Nepavyksta užmegzti ryšio. Patikrinkite interneto ryšį ir bandykite dar kartą.',
  'error-timeout': 'Tai trunka per ilgai. Bandykite dar kartą.',
  'error-bad-response': 'Problema yra mūsų pusėje. Bandykite dar kartą po kelių minučių.',
  'error-untrusted-session-url':
    'Dėl jūsų saugumo šį tapatybės patvirtinimą sustabdėme. Kreipkitės į klientų aptarnavimą.',
  'error-popup-blocked':
    'Naršyklė užblokavo naują langą. Leiskite šioje svetainėje iškylančiuosius langus ir bandykite dar kartą arba tęskite šiame lange.',
  'error-veriff-unreachable': '„Veriff“ neatsako. Bandykite dar kartą.',
  'error-insecure-context':
    'Šis puslapis nesaugus, todėl kameros naudoti negalima. Kreipkitės į klientų aptarnavimą.',
  'error-camera-blocked-by-page':
    'Jūsų kameros šiame puslapyje naudoti negalima, o naršyklė užblokavo naują langą. Leiskite šioje svetainėje iškylančiuosius langus ir bandykite dar kartą arba tęskite šiame lange.',
  'error-misconfigured': 'Tapatybės patvirtinimas šiuo metu negalimas. Kreipkitės į klientų aptarnavimą.',
});
