import { it } from 'vitest';
import { capture, seeded } from '../../../../tests/bench/codes/capture.ts';
import { codeSymbol } from '../draw/index.ts';
import { scanCode } from './index.ts';
it('probe', async () => {
  for (const [version, digits] of Object.entries({ 13: 700, 15: 890, 18: 1240 })) for (const [x,y] of [[.5,.5],[.75,.75],[.5,.8],[.6,.6],[.8,.5],[.7,.7]]) for (const ink of [false,true]) {
    let ok = 0; const random = seeded(Number(version)*7);
    for (let k=0;k<4;k++) {
      const symbol = codeSymbol('https://zfjd.hangzhou.gov.cn', `1${Array.from({ length: digits }, () => Math.floor(random() * 10)).join('')}`);
      const side = Math.sqrt(0.1)*symbol.modules; const lost=(a:number,f:number)=>Math.abs(a+.5-f*symbol.modules)<side/2;
      const dark=(c:number,r:number)=>lost(c,x!)&&lost(r,y!)?ink:symbol.dark(c,r);
      const p = capture({...symbol,dark},{ pixelsPerMm: 300 / 25.4, blur: 0.03, noise: 4, tilt: 0, quality: 90 },random);
      const data = new Uint8ClampedArray(p.width*p.height*4).fill(255); for (const [at,l] of p.grey.entries()) data.fill(l,at*4,at*4+3);
      if (await scanCode({width:p.width,height:p.height,data})===symbol.url) ok++;
    }
    console.log(version,x,y,ink,ok);
  }
}, 200000);
