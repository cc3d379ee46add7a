import { registerLocale } from '../register-locale.js';

registerLocale(
  {
    lang: 'fil',
    title: 'I-verify ang pagkakakilanlan mo',
    intro:
      'Ayon sa batas, kailangan naming kumpirmahin kung sino ka bago kami mag-isyu ng card. Nakakatulong din itong protektahan ka laban sa identity fraud.',
    documentsTitle: 'Ihanda ang isa sa mga ito',
    passport: 'Pasaporte',
    'driving-licence': 'Driver’s license',
    'national-id': 'National ID (PhilID)',
    'residence-permit': 'Residence permit o ACR I-Card',
    documentsNote: 'Tiyaking hindi pa ito expired, madaling basahin, at kita ang apat na sulok sa larawan.',
    selfie:
      'Kukuha ka rin ng selfie o maikling video. Hihingi muna ng pahintulot ang browser mo bago gamitin ang camera.',
    proofOfAddress:
      'Kalaunan, maaari din kaming humingi ng patunay ng address mula sa huling 3 buwan, tulad ng bill ng kuryente o tubig, bank statement, opisyal na sulat, o kontrata sa pag-upa.',
    tipsTitle: 'Mga tip para sa malinaw na larawan',
    tipLight: 'Humanap ng maliwanag na lugar na walang silaw.',
    tipClear: 'Huwag gumalaw hanggang maging malinaw ang larawan.',
    tipGlasses: 'Alisin ang salamin sa mata para sa selfie.',
    duration: 'Mga 2 minuto',
    timing:
      'Tumatagal nang 5 hanggang 15 minuto ang awtomatikong pagsusuri. Kung kailangan ng manual na pagsusuri, karaniwan itong tumatagal nang 15 hanggang 60 minuto, pero paminsan-minsan ay umaabot ito nang hanggang 24 na oras.',
    privacy:
      'Diretsong napupunta ang mga larawan at video mo sa Veriff, ang kompanyang sumusuri ng pagkakakilanlan para sa amin. Hindi dumaraan ang mga ito sa website na ito.',
    start: 'Simulan ang pag-verify',
    continue: 'Ituloy ang pag-verify',
    checking: 'Tinitingnan ang status mo…',
    starting: 'Binubuksan ang Veriff…',
    close: 'Isara',
    silentTitle: 'Hindi tumutugon ang Veriff',
    silentText: 'Maaaring mabagal ang koneksyon mo, o baka may bagay sa page na ito na humaharang sa Veriff.',
    retry: 'Subukan ulit',
    openElsewhere: 'Buksan sa bagong window',
    openHere: 'Ituloy sa window na ito',
    redirectNote:
      'Kapag bumukas ang Veriff sa window na ito, baka hindi ka nito ibalik dito. Bumalik ka sa page na ito kapag tapos ka na.',
    elsewhereTitle: 'Ituloy sa kabilang window',
    elsewhereText: 'Mag-a-update ang page na ito kapag tapos ka na roon.',
    showWindow: 'Buksan ulit ang window',
    imDone: 'Tapos na ako',
    usePhone: 'Gamitin na lang ang phone mo',
    useBrowser: 'Buksan sa browser mo',
    startAnyway: 'Ituloy pa rin dito',
    noCamera: 'Wala kaming makitang camera na gumagana sa page na ito.',
    inAppBrowser: 'Maaaring harangan ng browser sa loob ng app na ito ang camera mo.',
    phoneTitle: 'Ituloy sa phone mo',
    phoneText:
      'I-scan ang code gamit ang camera ng phone mo. Mag-a-update ang page na ito kapag tapos ka na roon.',
    browserTitle: 'Ituloy sa browser mo',
    browserText:
      'Buksan ang link sa Safari, Chrome, o iba pang browser. Mag-a-update ang page na ito kapag tapos ka na roon.',
    qrCode: 'QR code para ituloy sa phone mo',
    copyLink: 'Kopyahin ang link',
    linkCopied: 'Nakopya na ang link',
    shareLink: 'Ibahagi ang link',
    newLink: 'Gumawa ng bagong link',
    linkExpires: 'May bisa ang link na ito hanggang:',
    continueHere: 'Dito na lang ituloy',
    linkFailed: 'Hindi kami nakagawa ng link. Subukan ulit, o ituloy dito.',
    leaveTitle: 'Umalis sa pag-verify?',
    leaveText: 'Kung aalis ka ngayon, baka kailanganin mong ulitin ang ilang hakbang sa susunod.',
    leave: 'Umalis',
    stay: 'Ituloy ang pag-verify',
    reloadTitle: 'I-reload ang page na ito?',
    reloadText:
      'Kailangang i-reload ng Veriff ang page na ito bago ito makahingi ulit ng access sa camera mo. Pagkatapos, makakapagpatuloy ka, pero baka mawala ang anumang hindi mo pa na-save sa page na ito.',
    reload: 'I-reload',
    notNow: 'Huwag muna',
    decidingTitle: 'Sinusuri namin ang mga dokumento mo',
    decidingText: 'Puwede kang maghintay dito. Awtomatikong mag-a-update ang page na ito.',
    pendingTitle: 'Sinusuri na ang verification mo',
    pendingText:
      'Wala ka nang kailangang gawin. Tuloy ang pagsusuri kahit isara mo ang page na ito. Pagbalik mo, baka kailanganin mong mag-sign in o simulan ulit ang pagpaparehistro mo.',
    overdueTitle: 'Mas matagal ito kaysa karaniwan',
    overdueText:
      'Hindi pa makita ang mga dokumento mo sa aming talaan. Patuloy namin itong titingnan. Kung hindi ka pa tapos, ituloy ang pag-verify.',
    unsureTitle: 'Natapos mo ba ang pag-verify ng pagkakakilanlan mo?',
    unsureText:
      'Kung oo, sinusuri na ang mga dokumento mo at wala ka nang kailangang gawin. Kung hindi, ituloy kung saan ka huminto.',
    stageSubmitted: 'Pagpapadala ng mga dokumento',
    stageAutomatic: 'Awtomatikong pagsusuri',
    stageManual: 'Manual na pagsusuri, kung kailangan',
    stageResult: 'Resulta',
    stageNote: 'Paminsan-minsan, maaaring umabot nang hanggang 24 na oras ang manual na pagsusuri.',
    done: 'tapos na',
    check: 'Tingnan ang status',
    verifiedTitle: 'Verified ka na',
    verifiedText: 'Salamat. Nakumpirma na ang pagkakakilanlan mo, at puwede ka nang magpatuloy.',
    rejectedTitle: 'Hindi namin na-verify ang pagkakakilanlan mo',
    rejectedText: 'Hindi sinasabi sa amin ang eksaktong dahilan, pero madalas ay isa ito sa mga sumusunod:',
    reasonDocument:
      'Expired, malabo, o hindi buo sa larawan ang dokumento mo, o hindi ito tinatanggap para sa bansa mo.',
    reasonIdentity:
      'Hindi tumugma sa dokumento mo ang selfie o mga detalye mo, o wala ka pang 18 taong gulang.',
    reasonChecks: 'Hindi naging matagumpay ang isang security check.',
    rejectedLater:
      'Kung 18 taong gulang ka na o higit pa, puwede mong ituloy ang pagpaparehistro at i-verify ulit ang pagkakakilanlan mo sa ibang pagkakataon.',
    rejectedRetry:
      'Kung 18 taong gulang ka na o higit pa, tingnan ang dokumento mo at ang ilaw, saka subukan ulit.',
    required: 'I-verify ang pagkakakilanlan mo para magpatuloy.',
    unreachable: 'Hindi kami makakonekta ngayon. Patuloy kaming susubok.',
    startNote: 'Hindi namin natingnan ang status mo ngayon, pero puwede ka pa ring tumuloy.',
    failedTitle: 'Nagkaroon ng problema',
    reference: 'Reference number:',
    support: 'Makipag-ugnayan sa support',
    'error-onboarding-invalid':
      'Expired na o kumpleto na ang pagpaparehistrong ito. Kung may account ka na, mag-sign in. Kung wala pa, magsimula ulit.',
    'error-onboarding-not-found': 'Hindi namin mahanap ang pagpaparehistro mo. Magsimula ulit.',
    'error-not-authenticated': 'Na-sign out ka. Mag-sign in ulit.',
    'error-not-allowed':
      'Wala kang access sa verification na ito. Mag-sign in ulit, o makipag-ugnayan sa support.',
    'error-client-key-invalid': 'Hindi available ang verification ngayon. Makipag-ugnayan sa support.',
    'error-rate-limited':
      'Masyado nang maraming beses itong sinubukan. Maghintay nang isang minuto, saka subukan ulit.',
    'error-provider-unavailable':
      'Hindi available ang verification ngayon. Subukan ulit makalipas ang ilang minuto.',
    'error-network': 'Hindi kami makakonekta. Tingnan ang koneksyon mo sa internet, saka subukan ulit.',
    'error-timeout': 'Masyado na itong matagal. Subukan ulit.',
    'error-bad-response': 'May problema sa system namin. Subukan ulit makalipas ang ilang minuto.',
    'error-untrusted-session-url':
      'Para sa seguridad mo, itinigil namin ang verification na ito. Makipag-ugnayan sa support.',
    'error-popup-blocked':
      'Hinarang ng browser mo ang bagong window. Payagan ang mga pop-up para sa site na ito at subukan ulit, o ituloy sa window na ito.',
    'error-veriff-unreachable': 'Hindi tumutugon ang Veriff. Subukan ulit.',
    'error-insecure-context':
      'Hindi secure ang page na ito kaya hindi magagamit ang camera mo. Makipag-ugnayan sa support.',
    'error-camera-blocked-by-page':
      'Hindi magagamit ang camera mo sa page na ito, at hinarang ng browser mo ang bagong window. Payagan ang mga pop-up para sa site na ito at subukan ulit, o ituloy sa window na ito.',
    'error-misconfigured': 'Hindi available ang verification ngayon. Makipag-ugnayan sa support.',
  },
  { veriff: 'tl' },
);
