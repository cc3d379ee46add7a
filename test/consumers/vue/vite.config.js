import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'baanx-kyc-step';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
